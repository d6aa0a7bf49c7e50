import { randomBytes } from "node:crypto";
import type { Role, Workspace } from "@/lib/platform/access/permissions";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import { openScope, type Scope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";

export type OrganisationKind = "PARTNER" | "BRAND" | "PLATFORM";

type ScopeOf<R extends Role> = Scope<
	R extends "partner_owner" | "partner_member" ? "partner" : R extends "brand_manager" ? "brand" : "platform"
>;

const kindOfWorkspace = { partner: "PARTNER", brand: "BRAND", platform: "PLATFORM" } as const;

function kindOfRole(role: Role): OrganisationKind {
	const workspace: Workspace = role.startsWith("partner_")
		? "partner"
		: role === "brand_manager"
			? "brand"
			: "platform";
	return kindOfWorkspace[workspace];
}

/** A confirmed, active person. The password hash is none: tests of signing in give a real one. */
export async function createUser(
	values: Partial<{
		email: string;
		name: string;
		passwordHash: string;
		status: "ACTIVE" | "DEACTIVATED";
		emailVerifiedAt: Date | null;
		locale: string;
	}> = {},
) {
	const id = newId("usr");
	return db().user.create({
		data: {
			id,
			email: values.email ?? `${id}@example.test`,
			name: values.name ?? "王小风",
			passwordHash: values.passwordHash ?? "none",
			status: values.status ?? "ACTIVE",
			emailVerifiedAt: values.emailVerifiedAt === undefined ? new Date() : values.emailVerifiedAt,
			locale: values.locale ?? "zh-CN",
		},
	});
}

export async function createOrganisation(values: { kind?: OrganisationKind; name?: string } = {}) {
	const kind = values.kind ?? "PARTNER";
	return db().organisation.create({ data: { id: newId("org"), kind, name: values.name ?? "测试机构" } });
}

/** A person with a role in an organisation (a new one of the right kind unless given), and the scope it opens. */
export async function createMember<R extends Role>(values: {
	role: R;
	organisationId?: string;
	userId?: string;
	address?: string;
}) {
	const organisation = values.organisationId
		? await db().organisation.findUniqueOrThrow({ where: { id: values.organisationId } })
		: await createOrganisation({ kind: kindOfRole(values.role) });
	const user = values.userId
		? await db().user.findUniqueOrThrow({ where: { id: values.userId } })
		: await createUser();
	const membership = await db().membership.create({
		data: {
			id: newId("mem"),
			userId: user.id,
			organisationId: organisation.id,
			organisationKind: organisation.kind,
			role: values.role,
		},
	});
	const scope = await openScope(user.id, organisation.id, values.address ?? "203.0.113.7");
	if (!scope) throw new Error("the factory's member has no scope");
	return { user, organisation, membership, scope: scope as ScopeOf<R> };
}

/** A live sign-in of a user; `token` is what the browser would hold. */
export async function createSession(userId: string, values: { activeOrganisationId?: string } = {}) {
	const token = randomBytes(32).toString("base64url");
	const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
	const session = await db().session.create({
		data: {
			id: newId("ses"),
			tokenHash: hashToken(token),
			userId,
			roleVersion: user.roleVersion,
			activeOrganisationId: values.activeOrganisationId,
			address: "203.0.113.7",
			expiresAt: new Date(Date.now() + 86_400_000),
		},
	});
	return { token, session };
}
