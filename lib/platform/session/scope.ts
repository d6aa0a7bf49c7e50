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

type Membership = { name: string; role: Role; kind: keyof typeof workspaceOfKind };

/** The scope of an active user's membership; null when there is none. */
export async function openScope(
	userId: string,
	organisationId: string,
	address: string | null = null,
): Promise<Scope | null> {
	const { rows } = await pool().query<Membership>({
		name: "open_scope",
		text: `SELECT u.name, m.role, m.organisation_kind AS kind FROM memberships m JOIN users u ON u.id = m.user_id
		        WHERE m.user_id = $1 AND m.organisation_id = $2 AND u.status = 'ACTIVE'`,
		values: [userId, organisationId],
	});
	const membership = rows[0];
	if (!membership) return null;
	return {
		userId,
		userName: membership.name,
		organisationId,
		workspace: workspaceOfKind[membership.kind],
		role: membership.role,
		address,
	} as Scope;
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
