import "server-only";
import type { PoolClient } from "pg";
import { type RunPolicies, readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { RUN_LOCK } from "@/lib/domains/tiers/data/run-lock";
import { computeVerdicts } from "@/lib/domains/tiers/mutations/compute-verdicts";
import { type Finalised, finaliseRun } from "@/lib/domains/tiers/mutations/finalise-run";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import type { RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import type { Actor } from "@/lib/platform/audit/actor";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { businessDayOf, type Day, isDay, lastClosedMonth, type Month, monthRange } from "@/lib/platform/time";

const SERIALIZATION_FAILURE = "40001";
const UNIQUE_VIOLATION = "23505";
/** Backfills take turns: each reads the verdicts of the month before. */
const BACKFILL_KEY = 1;

export type Backfill = { asOf: Day; reason?: string; actor: Actor; now: Date };
export type BackfillDone = Finalised & {
	runId: string;
	period: Month;
	asOf: Day;
	tierPolicyVersion: number;
	forcePolicyVersion: number;
	summary: RunSummary;
};

/**
 * Evaluates a month of the past at once, all or nothing: no notice, as there is nothing left to change. Only for months
 * before the newest that can be evaluated (`NOTICE_REQUIRED`): a programme that comes with a history brings it in so.
 */
export async function backfillRun(command: Backfill): Promise<Outcome<BackfillDone>> {
	const { asOf, now } = command;
	if (!isDay(asOf)) return refuse("AS_OF_INVALID");
	const policies = await readRunPolicies(asOf);
	const { minClosedDays } = policies.tierPolicy.document;
	const { period } = windowsEndedBy(policies.tierPolicy.document, asOf);
	const newest = lastClosedMonth(businessDayOf(now), minClosedDays);
	if (period > newest) return refuse("PERIOD_NOT_CLOSED", { params: { month: period, days: minClosedDays } });
	if (period === newest) return refuse("NOTICE_REQUIRED", { params: { month: period } });
	try {
		return await inRawTransaction((client) => backfill(client, command, period, policies));
	} catch (error) {
		// Somebody changed a partner, or evaluates the same month, since this run's snapshot: nothing was written.
		const code = error instanceof Error && "code" in error ? error.code : null;
		if (code === SERIALIZATION_FAILURE || code === UNIQUE_VIOLATION) return refuse("RUN_IN_PROGRESS");
		throw error;
	}
}

async function backfill(
	client: PoolClient,
	{ asOf, reason, actor, now }: Backfill,
	month: Month,
	policies: RunPolicies,
): Promise<Outcome<BackfillDone>> {
	await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
	const lock = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS taken", [
		RUN_LOCK,
		BACKFILL_KEY,
	]);
	if (!lock.rows[0]?.taken) return refuse("RUN_IN_PROGRESS");
	const period = monthRange(month).from;
	const corrects = await findFinalRun(client, period);
	if (corrects && !reason) return refuse("PERIOD_FINAL", { params: { month } });
	const { tierPolicy, forcePolicy } = policies;
	const id = newId("run");
	await client.query(
		`INSERT INTO evaluation_runs (id, period, as_of, tier_policy_version, force_policy_version, corrects_run_id, reason,
		                              started_by_id, created_at)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		[id, period, asOf, tierPolicy.version, forcePolicy.version, corrects, reason ?? null, actor.userId, now],
	);
	const summary = await computeVerdicts(client, { id, asOf, now }, policies, async () => undefined);
	if (!summary) {
		await client.query("DELETE FROM evaluation_runs WHERE id = $1", [id]);
		return refuse("NO_PARTNERS");
	}
	const effect = await finaliseRun(client, { id, period }, { actor, now });
	return {
		ok: true,
		runId: id,
		period: month,
		asOf,
		tierPolicyVersion: tierPolicy.version,
		forcePolicyVersion: forcePolicy.version,
		...effect,
		summary,
	};
}

async function findFinalRun(client: PoolClient, period: Day): Promise<string | null> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT id FROM evaluation_runs WHERE status = 'FINAL' AND period = $1 ORDER BY finalised_at DESC, id DESC LIMIT 1`,
		[period],
	);
	return rows[0]?.id ?? null;
}
