import "server-only";
import type { PoolClient } from "pg";
import type { RunStage } from "@/lib/domains/tiers/constants";
import { readRunInputs } from "@/lib/domains/tiers/data/read-run-inputs";
import type { RunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { storeSummary } from "@/lib/domains/tiers/mutations/store-summary";
import { writeClassifications } from "@/lib/domains/tiers/mutations/write-run";
import { evaluateRun } from "@/lib/domains/tiers/rules/evaluate";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import type { RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import { passFaultPoint } from "@/lib/platform/env/fault";
import type { Day } from "@/lib/platform/time";

export type TellProgress = (stage: RunStage, done: number, total: number) => Promise<void>;

/**
 * From the facts to the stored verdicts of a run that is COMPUTING, which is a DRAFT afterwards: one snapshot of the
 * database, inside the caller's transaction. Null where there is nobody to classify.
 */
export async function computeVerdicts(
	client: PoolClient,
	run: { id: string; asOf: Day; now: Date },
	{ tierPolicy, forcePolicy }: RunPolicies,
	tell: TellProgress,
): Promise<RunSummary | null> {
	const windows = windowsEndedBy(tierPolicy.document, run.asOf);
	await tell("facts", 0, 1);
	const { facts, scorecards } = await readRunInputs(client, {
		asOf: run.asOf,
		windows,
		tierPolicy: tierPolicy.document,
		forcePolicy: forcePolicy.document,
	});
	if (facts.length === 0) return null;
	await tell("verdicts", 0, facts.length);
	passFaultPoint("run-verdicts");
	const result = evaluateRun(tierPolicy.document, facts, run.asOf);
	const refs = {
		tierPolicy: { version: tierPolicy.version, hash: tierPolicy.documentHash },
		forcePolicy: { version: forcePolicy.version, hash: forcePolicy.documentHash },
	};
	let written = 0;
	for (const track of result.tracks) {
		await tell("receipts", written, facts.length);
		await writeClassifications(client, run.id, { ...track, windows }, refs, scorecards);
		written += track.verdicts.length;
	}
	passFaultPoint("run-draft");
	await client.query(
		"UPDATE evaluation_runs SET status = 'DRAFT', computed_at = $2, partner_count = $3 WHERE id = $1 AND status = 'COMPUTING'",
		[run.id, run.now, facts.length],
	);
	await tell("receipts", written, facts.length);
	return storeSummary(client, run.id);
}
