import "server-only";
import type { PoolClient } from "pg";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { sha256Hex } from "@/lib/domains/decisions/rules/hash";
import { RUN_LOCK } from "@/lib/domains/tiers/data/run-lock";
import { findTierAppealCase } from "@/lib/domains/tiers/data/tier-appeals";
import { amendRun } from "@/lib/domains/tiers/mutations/amend-run";
import { tellCompanyOfAppeal } from "@/lib/domains/tiers/mutations/tell-of-tier-appeal";
import { objectionToDecidingAppeal } from "@/lib/domains/tiers/policy";
import { digestOf } from "@/lib/domains/tiers/rules/difference-digest";
import type { TierVerdict } from "@/lib/domains/tiers/schema/appeal";
import type { AppealDifference, TierAppealCase } from "@/lib/domains/tiers/types/appeals";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** With starters and correctors of runs one takes turns. As in `amendRun`. */
const START_KEY = 0;

export type TierAppealDecided = Outcome<{ amendedRunId: string | null }>;
type Verdict = TierVerdict & { now: Date };
type Made = { difference: AppealDifference; digest: string; runId: string };

/**
 * Answers a tier appeal once, by a lead who had no part in the run or the partner's tier. Rejected, the verdict stands.
 * Accepted, the decision is executed again with the sources as they are now, and what comes of it is committed only when
 * it is exactly the difference that was shown (`DIFFERENCE_CHANGED`); where nothing differs there is nothing to accept
 * (`NOTHING_DIFFERS`).
 * @throws AppError NOT_FOUND for an appeal that does not exist, FORBIDDEN for whoever decides none
 */
export function decideTierAppeal(scope: PlatformScope, verdict: Verdict): Promise<TierAppealDecided> {
	grant(scope, "tier-appeal.decide");
	return inRawOutcomeTransaction<{ amendedRunId: string | null }>(async (client) => {
		await lockInOrder(client, verdict);
		const appeal = await findTierAppealCase(scope, verdict.appealId, client);
		if (!appeal) throw new AppError("NOT_FOUND");
		const objection = objectionToDecidingAppeal(scope.role, appeal.involvement);
		if (objection) return refuse(objection);
		if (appeal.state !== "OPEN") return refuse("APPEAL_CLOSED");
		if (appeal.version !== verdict.version) return refuse("STALE_VERSION");
		if (verdict.decision === "REJECTED") {
			await settle(client, scope, appeal, verdict, null);
			return { ok: true, amendedRunId: null };
		}
		const made = await correct(client, scope, appeal, verdict);
		if (!made.ok) return made;
		await settle(client, scope, appeal, verdict, made);
		return { ok: true, amendedRunId: made.runId };
	});
}

/** As every other writer does: first the turn among runs, then the run, then its appeal. */
async function lockInOrder(client: PoolClient, { appealId, decision }: Verdict): Promise<void> {
	if (decision === "ACCEPTED") {
		await client.query("SELECT pg_advisory_xact_lock($1::int, $2::int)", [RUN_LOCK, START_KEY]);
		await client.query(
			"SELECT FROM evaluation_runs WHERE id = (SELECT run_id FROM tier_appeals WHERE id = $1) FOR UPDATE",
			[appealId],
		);
	}
	await client.query("SELECT FROM tier_appeals WHERE id = $1 FOR UPDATE", [appealId]);
}

async function correct(
	client: PoolClient,
	scope: PlatformScope,
	{ id, targetRunId, partnerId }: TierAppealCase,
	verdict: Extract<Verdict, { decision: "ACCEPTED" }>,
): Promise<Outcome<Made>> {
	const amended = await amendRun(client, {
		runId: targetRunId,
		actor: actorOf(scope),
		now: verdict.now,
		cause: { kind: "APPEAL", id },
		refreshPartnerId: partnerId,
	});
	if (!amended.ok) return amended.reason === "NOTHING_TO_AMEND" ? refuse("NOTHING_DIFFERS") : amended;
	const digest = digestOf(targetRunId, amended.difference);
	if (digest !== verdict.digest) return refuse("DIFFERENCE_CHANGED");
	return { ok: true, difference: amended.difference, digest, runId: amended.runId };
}

async function settle(
	client: PoolClient,
	scope: PlatformScope,
	appeal: TierAppealCase,
	{ decision, reasonCode, reason, now }: Verdict,
	made: Made | null,
): Promise<void> {
	const { id, number, organisationId, version, run } = appeal;
	const { rowCount } = await client.query(
		`UPDATE tier_appeals SET state = $3::tier_appeal_state, version = version + 1, closed_at = $4, decided_by_id = $5,
		        reason_code = $6, decision_reason = $7, difference = $8, difference_digest = $9, amended_run_id = $10
		  WHERE id = $1 AND version = $2 AND state = 'OPEN'`,
		[
			...[id, version, decision, now, scope.userId, reasonCode, reason],
			...[made && JSON.stringify(made.difference), made?.digest ?? null, made?.runId ?? null],
		],
	);
	if (rowCount !== 1) throw new AppError("STALE_VERSION");
	const outcome = made && {
		run: made.runId,
		tierBefore: made.difference.tierBefore,
		tierAfter: made.difference.tierAfter,
		digest: made.digest,
	};
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: decision === "ACCEPTED" ? "tier-appeal.accept" : "tier-appeal.reject",
		subjectType: "tier_appeal",
		subjectId: id,
		organisationId,
		before: { state: "OPEN", version },
		after: { state: decision, version: version + 1, reasonCode, ...outcome },
		reason,
	});
	await appendDecisionsRaw(client, [
		{
			kind: "TIER_APPEAL",
			subjectType: "appeal",
			subjectId: id,
			reference: number,
			organisationId,
			at: now,
			payload: {
				decision,
				reasonCode,
				reasonHash: sha256Hex(reason),
				period: run.period,
				run: run.id,
				partner: appeal.partnerId,
				criterion: appeal.criterion,
				decidedBy: scope.userId,
				...(outcome && {
					amendedRun: outcome.run,
					tierBefore: outcome.tierBefore,
					tierAfter: outcome.tierAfter,
					difference: outcome.digest,
				}),
			},
		},
	]);
	const told = { id, number, organisationId, period: run.period };
	await tellCompanyOfAppeal(
		client,
		told,
		decision === "ACCEPTED" ? "tierAppealAccepted" : "tierAppealRejected",
		{ reason },
	);
}
