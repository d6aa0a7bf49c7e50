import "server-only";
import type { Role } from "@/lib/platform/access/permissions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction, type Tx } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Scope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";
import { invitationDays } from "../constants";
import { kindOfWorkspace, rolesGivenBy } from "../policy/membership";
import { mailInvitation } from "./mails";
import { hoursFromNow, newToken } from "./tokens";

type InviteRefusal = "ROLE_DOES_NOT_FIT" | "ALREADY_MEMBER" | "ALREADY_INVITED";

/** An expired invitation is no longer open; without this it would keep its address from being invited again. */
function closeExpired(tx: Tx, organisationId: string, email: string) {
	const now = new Date();
	return tx.invitation.updateMany({
		where: { organisationId, email, acceptedAt: null, revokedAt: null, expiresAt: { lte: now } },
		data: { revokedAt: now },
	});
}

/** Invites an address into the scope's organisation; the mail is in its account's language, or the inviter's. */
export async function inviteMember(
	scope: Scope,
	input: { email: string; role: Role; locale: string },
): Promise<Outcome<{ invitationId: string }, InviteRefusal>> {
	if (!rolesGivenBy(kindOfWorkspace(scope.workspace)).includes(input.role))
		return refuse("ROLE_DOES_NOT_FIT");
	const { organisationId } = scope;
	return inTransaction(async (tx) => {
		const known = await tx.user.findUnique({
			where: { email: input.email },
			select: { locale: true, memberships: { where: { organisationId }, select: { id: true } } },
		});
		if (known && known.memberships.length > 0) return refuse("ALREADY_MEMBER");
		await closeExpired(tx, organisationId, input.email);
		const token = newToken();
		const [invitation] = await tx.invitation.createManyAndReturn({
			data: [
				{
					id: newId("inv"),
					organisationId,
					email: input.email,
					role: input.role,
					tokenHash: hashToken(token),
					invitedById: scope.userId,
					expiresAt: hoursFromNow(invitationDays * 24),
				},
			],
			skipDuplicates: true,
			include: { organisation: { select: { name: true } } },
		});
		if (!invitation) return refuse("ALREADY_INVITED");
		const { name: organisationName } = invitation.organisation;
		const to = { email: input.email, locale: known?.locale ?? input.locale };
		await mailInvitation(tx, to, { id: invitation.id, token, organisationName, invitedBy: scope.userName });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "invitation.create",
			subjectType: "invitation",
			subjectId: invitation.id,
			after: { email: input.email, role: input.role },
		});
		return { ok: true, invitationId: invitation.id };
	});
}

/** Takes an open invitation back. @throws NOT_FOUND for a foreign one or one that is no longer open */
export async function revokeInvitation(scope: Scope, id: string): Promise<Outcome> {
	return inTransaction(async (tx) => {
		const [revoked] = await tx.invitation.updateManyAndReturn({
			where: { id, organisationId: scope.organisationId, acceptedAt: null, revokedAt: null },
			data: { revokedAt: new Date() },
			select: { email: true },
		});
		if (!revoked) throw new AppError("NOT_FOUND");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "invitation.revoke",
			subjectType: "invitation",
			subjectId: id,
			before: { email: revoked.email },
		});
		return { ok: true };
	});
}
