import "server-only";
import { readFundPolicy } from "@/lib/domains/fund/data/policy";
import { holdApplication } from "@/lib/domains/fund/mutations/held";
import { listFundLeads, tellFundStaff } from "@/lib/domains/fund/mutations/tell";
import type { VoteFund } from "@/lib/domains/fund/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/**
 * A member of the committee votes, or votes otherwise, while the round is open. The vote that makes the quorum tells the
 * leads that the case can be decided.
 * @throws AppError NOT_FOUND for an application that does not exist
 */
export function voteOnApplication(
	scope: PlatformScope,
	{ applicationId, round, choice, reason }: VoteFund,
): Promise<Outcome<object>> {
	grant(scope, "fund.work");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId, { userId: scope.userId });
		if (held.stage !== "COMMITTEE" || held.round !== round) return refuse("VOTE_OVER");
		if (held.isBound) return refuse("CONFLICT_OF_INTEREST");
		const member = await client.query("SELECT FROM fund_members WHERE user_id = $1", [scope.userId]);
		if (member.rowCount === 0) return refuse("NOT_A_MEMBER");
		const { rows } = await client.query<{ before: string | null; cast: number }>(
			`WITH before AS (SELECT user_id, choice FROM fund_votes WHERE application_id = $1 AND round = $2), given AS (
			   INSERT INTO fund_votes (application_id, round, user_id, user_name, choice, reason, at)
			   VALUES ($1, $2, $3, $4, $5, $6, $7)
			   ON CONFLICT (application_id, round, user_id) DO UPDATE SET choice = $5, reason = $6, at = $7)
			 SELECT (SELECT choice::text FROM before WHERE user_id = $3) AS before,
			        (SELECT count(*)::int FROM before WHERE user_id <> $3) + 1 AS cast`,
			[held.id, round, scope.userId, scope.userName, choice, reason, held.now],
		);
		const [given] = rows;
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "fund.vote",
			subjectType: "fund_application",
			subjectId: held.id,
			organisationId: held.organisationId,
			...(given?.before && { before: { choice: given.before } }),
			after: { round, choice },
			reason,
		});
		const policy = await readFundPolicy(businessDayOf(held.now), held.policyVersion);
		if (!given?.before && given?.cast === policy.document.quorum)
			await tellFundStaff(client, held, "fundQuorum", await listFundLeads(client, held.organisationId));
		return { ok: true };
	});
}
