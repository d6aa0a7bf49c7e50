import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Permission, type Role, type WorkspaceOf, workspaceOf } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { readSessionToken } from "./cookie";
import { pathHeader } from "./path-header";
import { isGranted, type Scope, scopeOfSession } from "./scope";
import { findLiveSession, type SessionMembership } from "./session-row";

export type Session = {
	sessionId: string;
	user: { id: string; email: string; name: string };
	organisation: { id: string; name: string; kind: SessionMembership["organisationKind"] };
	role: Role;
	memberships: SessionMembership[];
	unreadCount: number;
	scope: Scope;
};

/** The signed-in person of this request, read from the database once per request; null when nobody is. */
export const getSession = cache(async (): Promise<Session | null> => {
	const token = await readSessionToken();
	const row = token ? await findLiveSession(token) : null;
	const active =
		row?.memberships.find((membership) => membership.organisationId === row.activeOrganisationId) ??
		row?.memberships[0];
	if (!row || !active) return null;
	return {
		sessionId: row.sessionId,
		user: { id: row.userId, email: row.email, name: row.name },
		organisation: {
			id: active.organisationId,
			name: active.organisationName,
			kind: active.organisationKind,
		},
		role: active.role,
		memberships: row.memberships,
		unreadCount: row.unreadCount,
		scope: scopeOfSession(row, active),
	};
});

/** For pages: the session, or the sign-in page that leads back to `returnTo`, the page itself unless given. */
export async function requireSession(returnTo?: string): Promise<Session> {
	const session = await getSession();
	if (session) return session;
	redirect(routes.signIn(returnTo ?? (await headers()).get(pathHeader) ?? undefined));
}

/** For pages and loaders: the scope when the person holds the permission; a page they may not see does not exist for them. */
export async function requireScope<P extends Permission>(
	permission: P,
	returnTo?: string,
): Promise<Scope<WorkspaceOf<P>>> {
	const { scope } = await requireSession(returnTo);
	return isGranted(scope, permission) ? scope : notFound();
}

/** Where a role's day begins. */
export function workspaceHome(role: Role): string {
	const workspace = workspaceOf(role);
	if (workspace === "partner") return routes.partner.home();
	return workspace === "brand" ? routes.brand.home() : routes.ops.home();
}
