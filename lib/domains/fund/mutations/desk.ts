import "server-only";
import { holdApplication } from "@/lib/domains/fund/mutations/held";
import { tellFundStaff } from "@/lib/domains/fund/mutations/tell";
import { isOpenStage } from "@/lib/domains/fund/rules/transitions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** Writes a note the applicant never sees; also after the decision. @throws AppError NOT_FOUND */
export function noteOnApplication(
	scope: PlatformScope,
	{ applicationId, body }: { applicationId: string; body: string },
): Promise<Outcome<object>> {
	grant(scope, "fund.work");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId, { userId: scope.userId });
		if (held.isBound) return refuse("CONFLICT_OF_INTEREST");
		const id = newId("fnt");
		await client.query(
			"INSERT INTO fund_notes (id, application_id, author_id, author_name, body, at) VALUES ($1, $2, $3, $4, $5, $6)",
			[id, held.id, scope.userId, scope.userName, body, held.now],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "fund.note",
			subjectType: "fund_application",
			subjectId: held.id,
			organisationId: held.organisationId,
			after: { note: id },
		});
		return { ok: true };
	});
}

type Assignment = { applicationId: string; version: number; userId: string };

/**
 * Gives an application to somebody who works on the fund, or to nobody: a lead to anybody, others to themselves.
 * @throws AppError NOT_FOUND for an application or person that does not exist, FORBIDDEN for giving it to somebody else
 */
export function assignApplication(
	scope: PlatformScope,
	{ applicationId, version, userId }: Assignment,
): Promise<Outcome<object>> {
	grant(scope, "fund.work");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId, { userId: userId || scope.userId });
		if (!isOpenStage(held.stage)) return refuse("FUND_CLOSED");
		if (held.version !== version) return refuse("STALE_VERSION");
		if (scope.role !== "ops_lead" && userId !== scope.userId) throw new AppError("FORBIDDEN");
		if (userId && held.isBound) return refuse("CONFLICT_OF_INTEREST");
		if (userId) {
			const { rowCount } = await client.query(
				`SELECT FROM users u JOIN memberships m ON m.user_id = u.id
				  WHERE u.id = $1 AND u.status = 'ACTIVE' AND m.role IN ('ops_reviewer', 'ops_lead')`,
				[userId],
			);
			if (rowCount === 0) throw new AppError("NOT_FOUND");
		}
		await client.query(
			"UPDATE fund_applications SET assignee_id = $3, version = version + 1 WHERE id = $1 AND version = $2",
			[held.id, version, userId || null],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "fund.assign",
			subjectType: "fund_application",
			subjectId: held.id,
			organisationId: held.organisationId,
			before: { assignee: held.assigneeId },
			after: { assignee: userId || null },
		});
		if (userId && userId !== scope.userId) await tellFundStaff(client, held, "fundAssigned", [userId]);
		return { ok: true };
	});
}

/**
 * Whoever is bound to the company says so: their vote in the open round falls, what they hold of the company goes back, and
 * they neither vote, work on nor decide it any more. It is the declaration of the whole portal, and is not taken back.
 * @throws AppError NOT_FOUND for an application that does not exist
 */
export function declareFundConflict(
	scope: PlatformScope,
	{ applicationId, reason }: { applicationId: string; reason: string },
): Promise<Outcome<object>> {
	grant(scope, "fund.work");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId, { userId: scope.userId });
		if (held.isBound) return refuse("CONFLICT_DECLARED");
		const { rows: dropped } = await client.query<{ choice: string }>(
			`DELETE FROM fund_votes v USING fund_applications a
			  WHERE a.id = v.application_id AND a.stage = 'COMMITTEE' AND a.round = v.round
			    AND v.user_id = $1 AND a.organisation_id = $2 RETURNING v.choice`,
			[scope.userId, held.organisationId],
		);
		await client.query(
			`UPDATE fund_applications SET assignee_id = NULL, version = version + 1
			  WHERE organisation_id = $2 AND assignee_id = $1 AND stage IN ('APPLIED', 'SCREENING', 'DUE_DILIGENCE', 'COMMITTEE')`,
			[scope.userId, held.organisationId],
		);
		const id = newId("coi");
		await client.query(
			"INSERT INTO conflicts_of_interest (id, user_id, organisation_id, reason, declared_at) VALUES ($1, $2, $3, $4, $5)",
			[id, scope.userId, held.organisationId, reason, held.now],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "conflict.declare",
			subjectType: "conflict",
			subjectId: id,
			organisationId: held.organisationId,
			after: { fundApplication: held.id, companyName: held.partnerName, votesDropped: dropped.length },
			reason,
		});
		return { ok: true };
	});
}
