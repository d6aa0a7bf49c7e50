import "server-only";
import type { PoolClient } from "pg";
import { countMoves } from "@/lib/domains/tiers/data/read-runs";
import { type RunSummary, summariseRun } from "@/lib/domains/tiers/rules/summarise-run";

/** Counts the verdicts of a run that is not final yet and keeps the sums with it, so that no page counts them again. */
export async function storeSummary(client: PoolClient, runId: string): Promise<RunSummary> {
	const summary = summariseRun(await countMoves(client, [runId]));
	await client.query("UPDATE evaluation_runs SET summary = $2 WHERE id = $1", [
		runId,
		JSON.stringify(summary),
	]);
	return summary;
}
