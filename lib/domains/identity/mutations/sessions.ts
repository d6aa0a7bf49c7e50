import "server-only";
import type { Role } from "@/lib/platform/access/permissions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit, recordAuditRaw } from "@/lib/platform/audit/record";
import { inTransaction } from "@/lib/platform/db/client";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";
import type { Scope } from "@/lib/platform/session/scope";

/** Ends one of the person's own sign-ins. @throws NOT_FOUND for anybody else's or one that has ended */
export async function revokeSession(scope: Scope, sessionId: string): Promise<Outcome> {
	return inTransaction(async (tx) => {
		const { count } = await tx.session.updateMany({
			where: { id: sessionId, userId: scope.userId, revokedAt: null },
			data: { revokedAt: new Date() },
		});
		if (count !== 1) throw new AppError("NOT_FOUND");
		const actor = actorOf(scope);
		await recordAudit(tx, { actor, action: "session.revoke", subjectType: "session", subjectId: sessionId });
		return { ok: true };
	});
}

/** Ends every sign-in of the person but the one that asks. */
export async function revokeOtherSessions(
	scope: Scope,
	currentSessionId: string,
): Promise<Outcome<{ count: number }>> {
	return inTransaction(async (tx) => {
		const { count } = await tx.session.updateMany({
			where: { userId: scope.userId, revokedAt: null, id: { not: currentSessionId } },
			data: { revokedAt: new Date() },
		});
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "session.revoke-others",
			subjectType: "user",
			subjectId: scope.userId,
			after: { count },
		});
		return { ok: true, count };
	});
}

/** Makes another of the person's organisations the active one of this session. @throws NOT_FOUND without a membership */
export async function switchOrganisation(
	scope: Scope,
	sessionId: string,
	organisationId: string,
): Promise<{ ok: true; role: Role }> {
	return inRawTransaction(async (client) => {
		const { rows } = await client.query<{ role: Role }>(
			`UPDATE sessions s SET active_organisation_id = $3
			   FROM memberships m
			  WHERE s.id = $1 AND s.user_id = $2 AND s.revoked_at IS NULL
			    AND m.user_id = $2 AND m.organisation_id = $3
			 RETURNING m.role`,
			[sessionId, scope.userId, organisationId],
		);
		const role = rows[0]?.role;
		if (!role) throw new AppError("NOT_FOUND");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "session.switch-organisation",
			subjectType: "session",
			subjectId: sessionId,
			before: { organisationId: scope.organisationId },
			after: { organisationId },
		});
		return { ok: true, role };
	});
}
