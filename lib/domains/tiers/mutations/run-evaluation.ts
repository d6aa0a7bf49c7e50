import "server-only";
import type { PoolClient } from "pg";
import { readRunInputs } from "@/lib/domains/tiers/data/read-run-inputs";
import { type RunPolicies, readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { applyRun } from "@/lib/domains/tiers/mutations/apply-run";
import { logVerdicts } from "@/lib/domains/tiers/mutations/log-verdicts";
import { writeClassifications } from "@/lib/domains/tiers/mutations/write-run";
import { evaluateRun } from "@/lib/domains/tiers/rules/evaluate";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import { type RunSummary, summariseRun } from "@/lib/domains/tiers/rules/summarise-run";
import type { RunResult, RunWindows } from "@/lib/domains/tiers/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { businessDayOf, type Day, isDay, lastClosedMonth, type Month, monthRange } from "@/lib/platform/time";

/** One key for all periods: a run reads the verdicts of the period before, so runs never overlap. */
const RUN_LOCK = 4_207_001;

const SERIALIZATION_FAILURE = "40001";

export type RunCommand = {
	/** Facts up to and including this business day count; the period is the last whole month that had ended by it. */
	asOf: Day;
	actor: Actor;
	now: Date;
};

export type RunRefusal = "AS_OF_INVALID" | "PERIOD_NOT_CLOSED" | "RUN_IN_PROGRESS" | "NO_PARTNERS";
export type RunDone = {
	runId: string;
	period: Month;
	asOf: Day;
	tierPolicyVersion: number;
	forcePolicyVersion: number;
	/** Partners whose tier in force this run set, and those it put in probation. */
	applied: number;
	probation: number;
	summary: RunSummary;
};

/**
 * Classifies every ACTIVE or PROBATION partner for a month (domain.md §3.3), all or nothing: facts, verdicts, receipts,
 * tiers in force, audit rows and notifications stand or fall in one transaction on one snapshot of the database.
 */
export async function runEvaluation({ asOf, actor, now }: RunCommand): Promise<Outcome<RunDone, RunRefusal>> {
	if (!isDay(asOf)) return refuse("AS_OF_INVALID");
	const policies = await readRunPolicies(asOf);
	const { minClosedDays } = policies.tierPolicy.document;
	const windows = windowsEndedBy(policies.tierPolicy.document, asOf);
	if (windows.period > lastClosedMonth(businessDayOf(now), minClosedDays)) {
		return refuse("PERIOD_NOT_CLOSED", { params: { month: windows.period, days: minClosedDays } });
	}
	try {
		return await inRawTransaction(async (client) => {
			await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
			if (!(await takeRunLock(client))) return refuse("RUN_IN_PROGRESS");
			return evaluate(client, { asOf, actor, now }, policies, windows);
		});
	} catch (error) {
		// Somebody changed a partner, or finished a run, after this run's snapshot was taken: nothing was written.
		if (error instanceof Error && "code" in error && error.code === SERIALIZATION_FAILURE) {
			return refuse("RUN_IN_PROGRESS");
		}
		throw error;
	}
}

async function takeRunLock(client: PoolClient): Promise<boolean> {
	const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS taken", [
		RUN_LOCK,
	]);
	return rows[0]?.taken === true;
}

async function evaluate(
	client: PoolClient,
	{ asOf, actor, now }: RunCommand,
	policies: RunPolicies,
	windows: RunWindows,
): Promise<Outcome<RunDone, RunRefusal>> {
	const { tierPolicy, forcePolicy } = policies;
	const question = { asOf, windows, tierPolicy: tierPolicy.document, forcePolicy: forcePolicy.document };
	const { facts, scorecards } = await readRunInputs(client, question);
	if (facts.length === 0) return refuse("NO_PARTNERS");
	const result: RunResult = evaluateRun(tierPolicy.document, facts, asOf);

	const run = { id: newId("run"), period: monthRange(windows.period).from, actor };
	await client.query(
		`INSERT INTO evaluation_runs (id, period, as_of, status, tier_policy_version, force_policy_version, partner_count, started_by_id)
		 VALUES ($1, $2, $3, 'DRAFT', $4, $5, $6, $7)`,
		[run.id, run.period, asOf, tierPolicy.version, forcePolicy.version, facts.length, actor.userId],
	);
	const refs = {
		tierPolicy: { version: tierPolicy.version, hash: tierPolicy.documentHash },
		forcePolicy: { version: forcePolicy.version, hash: forcePolicy.documentHash },
	};
	for (const track of result.tracks) {
		await writeClassifications(client, run.id, { ...track, windows }, refs, scorecards);
	}
	// Draft, notice and appeals come between these two steps; until then a run is final at once.
	await client.query(
		"UPDATE evaluation_runs SET status = 'FINAL', finalised_at = $2 WHERE id = $1 AND status = 'DRAFT'",
		[run.id, now],
	);
	await logVerdicts(client, run.id, now);
	const verdicts = result.tracks.flatMap((track) => track.verdicts);
	const effect = await applyRun(client, run, verdicts);
	await recordAuditRaw(client, {
		actor,
		action: "evaluation.run",
		subjectType: "evaluation_run",
		subjectId: run.id,
		after: { period: windows.period, asOf, partners: facts.length, ...refs, ...effect },
	});
	const moves = verdicts.map(({ facts: { trackCode, previous }, tier }) => ({
		trackCode,
		previousTier: previous?.tier ?? null,
		tier,
		count: 1,
	}));
	return {
		ok: true,
		runId: run.id,
		period: windows.period,
		asOf,
		tierPolicyVersion: tierPolicy.version,
		forcePolicyVersion: forcePolicy.version,
		...effect,
		summary: summariseRun(moves),
	};
}
