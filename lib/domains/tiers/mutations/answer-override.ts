import "server-only";
import type { PoolClient } from "pg";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { RUN_LOCK } from "@/lib/domains/tiers/data/run-lock";
import { findVerdictToOverride, lockOverride } from "@/lib/domains/tiers/data/tier-overrides";
import { type Amended, amendRun, START_KEY } from "@/lib/domains/tiers/mutations/amend-run";
import { tellProposerOfAnswer } from "@/lib/domains/tiers/mutations/tell-of-override";
import { objectionToOverride } from "@/lib/domains/tiers/rules/override";
import type { OverrideAnswer } from "@/lib/domains/tiers/schema/override";
import type { TierOverrideRow } from "@/lib/domains/tiers/types/override";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

type Answer = OverrideAnswer & { now: Date };
type Answered = { amendedRunId: string | null };

/**
 * Another lead answers what one proposed. Confirmed, the tier stands on the receipt with both names and the reason: in the
 * same transaction the run is amended, the decision logged and the audit written. Confirmed is the receipt that was seen
 * (`RECEIPT_CHANGED`); never one's own proposal (`OWN_OVERRIDE`), never over a red line that showed up meanwhile.
 * @throws AppError NOT_FOUND for what does not exist
 */
export function answerOverride(scope: PlatformScope, answer: Answer): Promise<Outcome<Answered>> {
	grant(scope, "tier-override.manage");
	return inRawOutcomeTransaction<Answered>(async (client) => {
		await lockInOrder(client, answer);
		const found = await lockOverride(client, scope, answer.overrideId);
		if (!found) throw new AppError("NOT_FOUND");
		if (found.state !== "PROPOSED") return refuse("OVERRIDE_CLOSED");
		if (found.proposedById === scope.userId) return refuse("OWN_OVERRIDE");
		if (found.hasConflict) return refuse("CONFLICT_OF_INTEREST");
		if (answer.decision === "REJECTED") {
			await settle(client, scope, found, answer, null);
			return { ok: true, amendedRunId: null };
		}
		const amended = await apply(client, scope, found, answer);
		if (!amended.ok) return amended;
		await settle(client, scope, found, answer, amended);
		await logOverride(client, scope, found, amended, answer.now);
		return { ok: true, amendedRunId: amended.runId };
	});
}

/** As every other writer does: first the turn among runs, then the run, then what is about it. */
async function lockInOrder(client: PoolClient, { overrideId, decision }: Answer): Promise<void> {
	if (decision === "REJECTED") return;
	await client.query("SELECT pg_advisory_xact_lock($1::int, $2::int)", [RUN_LOCK, START_KEY]);
	await client.query(
		"SELECT FROM evaluation_runs WHERE id = (SELECT run_id FROM tier_overrides WHERE id = $1) FOR UPDATE",
		[overrideId],
	);
}

async function apply(
	client: PoolClient,
	scope: PlatformScope,
	{ id, runId, partnerId, tier }: TierOverrideRow,
	answer: Extract<Answer, { decision: "CONFIRMED" }>,
): Promise<Outcome<Amended>> {
	const verdict = await findVerdictToOverride(client, scope, { runId, partnerId });
	if (verdict?.receiptHash !== answer.receiptHash) return refuse("RECEIPT_CHANGED");
	const objection = objectionToOverride(verdict, tier);
	if (objection) return refuse(objection);
	return amendRun(client, {
		runId,
		actor: actorOf(scope),
		now: answer.now,
		cause: { kind: "OVERRIDE", id },
		refreshPartnerId: null,
	});
}

async function settle(
	client: PoolClient,
	scope: PlatformScope,
	found: TierOverrideRow,
	answer: Answer,
	amended: Amended | null,
): Promise<void> {
	const { decision, now } = answer;
	const note = answer.decision === "REJECTED" ? answer.note : null;
	const { rowCount } = await client.query(
		`UPDATE tier_overrides SET state = $2::tier_override_state, decided_by_id = $3, decided_at = $4, decision_note = $5,
		        amended_run_id = $6 WHERE id = $1 AND state = 'PROPOSED'`,
		[found.id, decision, scope.userId, now, note, amended?.runId ?? null],
	);
	if (rowCount !== 1) throw new AppError("STALE_VERSION");
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: decision === "CONFIRMED" ? "tier-override.confirm" : "tier-override.reject",
		subjectType: "tier_override",
		subjectId: found.id,
		organisationId: found.organisationId,
		before: { state: "PROPOSED" },
		after: { state: decision, run: amended?.runId ?? found.runId },
		reason: note ?? undefined,
	});
	await tellProposerOfAnswer(client, found, { by: scope, decision });
}

/** Codes, ids and hashes; the reason is bound by the receipt's hash. */
async function logOverride(
	client: PoolClient,
	scope: PlatformScope,
	{ id, partnerId, organisationId, proposedById, tier, fromTier }: TierOverrideRow,
	{ runId }: Amended,
	at: Date,
): Promise<void> {
	const { rows } = await client.query<{ receiptHash: string; engineTier: number }>(
		`SELECT receipt_hash AS "receiptHash", (receipt #>> '{override,engineTier}')::int AS "engineTier"
		   FROM classifications WHERE run_id = $1 AND partner_id = $2`,
		[runId, partnerId],
	);
	const [now] = rows;
	if (!now) throw new AppError("STALE_VERSION");
	await appendDecisionsRaw(client, [
		{
			kind: "TIER_OVERRIDE",
			subjectType: "partner",
			subjectId: partnerId,
			reference: runId,
			organisationId,
			at,
			payload: { overrideId: id, tier, fromTier, ...now, proposedById, confirmedById: scope.userId },
		},
	]);
}
