import "server-only";
import type { PoolClient } from "pg";
import { type RunPolicies, readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { RUN_LOCK } from "@/lib/domains/tiers/data/run-lock";
import { computeVerdicts, type TellProgress } from "@/lib/domains/tiers/mutations/compute-verdicts";
import { tellLeadsRaw } from "@/lib/domains/tiers/mutations/tell-of-run";
import type { RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { Day, Month } from "@/lib/platform/time";

type OpenRun = { id: string; period: Month; asOf: Day; startedById: string | null };
type Computing = { runId: string; actor: Actor; now: Date };

/**
 * Computes a run that was started: facts, verdicts and receipts are written in one transaction on one snapshot, so that
 * a run that dies leaves nothing but its start, and whoever takes it up begins again. How far it is stands in
 * `evaluation_progress` meanwhile. A run that is computed already stays as it is (`RUN_COMPUTED`).
 */
export async function computeRun({
	runId,
	actor,
	now,
}: Computing): Promise<Outcome<{ summary: RunSummary }>> {
	const keeper = await pool().connect();
	let broken: Error | undefined;
	try {
		if (!(await takeLock(keeper, runId))) return refuse("RUN_IN_PROGRESS");
		const summary = await inRawTransaction((client) => compute(client, keeper, { runId, actor, now }));
		if (summary === "COMPUTED") return refuse("RUN_COMPUTED");
		if (summary) return { ok: true, summary };
		await keeper.query(
			"UPDATE evaluation_runs SET status = 'FAILED', failure = 'NO_PARTNERS', ended_at = $2 WHERE id = $1 AND status = 'COMPUTING'",
			[runId, now],
		);
		return refuse("NO_PARTNERS");
	} finally {
		await keeper
			.query("SELECT pg_advisory_unlock($1, hashtext($2))", [RUN_LOCK, runId])
			.catch((error: Error) => {
				broken = error;
			});
		keeper.release(broken);
	}
}

async function takeLock(keeper: PoolClient, runId: string): Promise<boolean> {
	const { rows } = await keeper.query<{ taken: boolean }>(
		"SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken",
		[RUN_LOCK, runId],
	);
	return rows[0]?.taken === true;
}

async function compute(
	client: PoolClient,
	keeper: PoolClient,
	{ runId, actor, now }: Computing,
): Promise<RunSummary | "COMPUTED" | null> {
	await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
	const run = await lockOpenRun(client, runId);
	if (!run) return "COMPUTED";
	const policies: RunPolicies = await readRunPolicies(run.asOf);
	const tell: TellProgress = async (stage, done, total) => {
		await keeper.query(
			`INSERT INTO evaluation_progress (run_id, stage, done, total, updated_at) VALUES ($1, $2, $3, $4, clock_timestamp())
			 ON CONFLICT (run_id) DO UPDATE SET stage = $2, done = $3, total = $4, updated_at = clock_timestamp()`,
			[runId, stage, done, total],
		);
	};
	const summary = await computeVerdicts(client, { id: runId, asOf: run.asOf, now }, policies, tell);
	if (!summary) return null;
	await recordAuditRaw(client, {
		actor,
		action: "evaluation.draft",
		subjectType: "evaluation_run",
		subjectId: runId,
		after: {
			period: run.period,
			asOf: run.asOf,
			partners: summary.total.partners,
			tierPolicy: { version: policies.tierPolicy.version, hash: policies.tierPolicy.documentHash },
			forcePolicy: { version: policies.forcePolicy.version, hash: policies.forcePolicy.documentHash },
		},
	});
	await tellLeadsRaw(client, { runId, period: run.period, kind: "runDrafted" });
	return summary;
}

/** Without its key: the progress written beside this transaction refers to the row. */
async function lockOpenRun(client: PoolClient, runId: string): Promise<OpenRun | null> {
	const { rows } = await client.query<OpenRun>(
		`SELECT id, to_char(period, 'YYYY-MM') AS period, as_of AS "asOf", started_by_id AS "startedById"
		   FROM evaluation_runs WHERE id = $1 AND status = 'COMPUTING' FOR NO KEY UPDATE`,
		[runId],
	);
	return rows[0] ?? null;
}
