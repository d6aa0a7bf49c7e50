import "server-only";
import {
	type Permission,
	permissions,
	type Role,
	type Workspace,
	type WorkspaceOf,
} from "@/lib/platform/access/permissions";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import type { SessionMembership, SessionRow } from "./session-row";

declare const scopeBrand: unique symbol;

const workspaceOfKind = { PARTNER: "partner", BRAND: "brand", PLATFORM: "platform" } as const;

/**
 * Proof that a person acts for an organisation in a role. Only this file makes one, from a membership row and never
 * from input; every read and write of tenant data asks for one.
 */
export type Scope<W extends Workspace | "any" = Workspace | "any"> = {
	readonly [scopeBrand]: W;
	readonly userId: string;
	readonly userName: string;
	readonly organisationId: string;
	readonly workspace: W extends "any" ? Workspace : W;
	readonly role: Role;
	readonly address: string | null;
};

export type PartnerScope = Scope<"partner">;
export type BrandScope = Scope<"brand">;
export type PlatformScope = Scope<"platform">;

type Membership = {
	userId: string;
	userName: string;
	organisationId: string;
	kind: keyof typeof workspaceOfKind;
	role: Role;
};

function makeScope({ kind, ...membership }: Membership, address: string | null): Scope {
	return { ...membership, workspace: workspaceOfKind[kind], address } as Scope;
}

/** The scope of the person of a live session in one of the memberships read with it. */
export function scopeOfSession(
	{ userId, name, address }: SessionRow,
	{ organisationId, organisationKind, role }: SessionMembership,
): Scope {
	return makeScope({ userId, userName: name, organisationId, kind: organisationKind, role }, address);
}

/** The scope of an active user's membership; null when there is none. */
export async function openScope(
	userId: string,
	organisationId: string,
	address: string | null = null,
): Promise<Scope | null> {
	const { rows } = await pool().query<Membership>(
		`SELECT m.user_id AS "userId", u.name AS "userName", m.organisation_id AS "organisationId",
		        m.organisation_kind AS kind, m.role
		   FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.user_id = $1 AND m.organisation_id = $2 AND u.status = 'ACTIVE'`,
		[userId, organisationId],
	);
	return rows[0] ? makeScope(rows[0], address) : null;
}

export function isGranted<P extends Permission>(scope: Scope, permission: P): scope is Scope<WorkspaceOf<P>> {
	const grant = permissions[permission];
	const roles: readonly Role[] = grant.roles;
	return (grant.workspace === "any" || grant.workspace === scope.workspace) && roles.includes(scope.role);
}

/** Narrows a scope to what a permission allows; throws `FORBIDDEN` otherwise. */
export function grant<P extends Permission>(scope: Scope, permission: P): Scope<WorkspaceOf<P>> {
	if (!isGranted(scope, permission)) throw new AppError("FORBIDDEN");
	return scope;
}
