import "server-only";
import { db } from "@/lib/platform/db/client";
import { isGranted, type Scope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";
import type { InvitationPreview, OpenInvitation } from "../types";

/** The open invitation behind a link, for whoever holds it; null when there is none. */
export async function findInvitation(token: string): Promise<InvitationPreview | null> {
	const invitation = await db().invitation.findFirst({
		where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
		select: {
			email: true,
			role: true,
			invitedById: true,
			organisation: { select: { name: true, kind: true } },
		},
	});
	if (!invitation) return null;
	const [inviter, account] = await Promise.all([
		db().user.findUnique({ where: { id: invitation.invitedById }, select: { name: true } }),
		db().user.findUnique({ where: { email: invitation.email }, select: { id: true } }),
	]);
	return {
		organisationName: invitation.organisation.name,
		organisationKind: invitation.organisation.kind,
		invitedBy: inviter?.name ?? "",
		email: invitation.email,
		role: invitation.role,
		hasAccount: account !== null,
	};
}

/** Invitations that were neither accepted nor revoked, newest first; only for who may manage members. */
export async function listOpenInvitations(scope: Scope): Promise<OpenInvitation[]> {
	if (!isGranted(scope, "organisation.manage-members")) return [];
	const now = new Date();
	const rows = await db().invitation.findMany({
		where: { organisationId: scope.organisationId, acceptedAt: null, revokedAt: null },
		orderBy: { createdAt: "desc" },
		take: 100,
	});
	const inviters = await db().user.findMany({
		where: { id: { in: rows.map((row) => row.invitedById) } },
		select: { id: true, name: true },
	});
	const names = new Map(inviters.map((inviter) => [inviter.id, inviter.name]));
	return rows.map((row) => ({
		id: row.id,
		email: row.email,
		role: row.role,
		invitedBy: names.get(row.invitedById) ?? "",
		expiresAt: row.expiresAt,
		isExpired: row.expiresAt <= now,
	}));
}
