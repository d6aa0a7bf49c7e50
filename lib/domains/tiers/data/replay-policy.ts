import "server-only";
import { type ForcePolicy, forcePolicySchema } from "@/lib/domains/forces/schema";
import {
	type FinalRun,
	readPartnerNames,
	readStoredVerdicts,
	type StoredVerdict,
} from "@/lib/domains/tiers/data/past-runs";
import { readRunInputs } from "@/lib/domains/tiers/data/read-run-inputs";
import { countTiers, needsOtherFacts, takeOtherFacts } from "@/lib/domains/tiers/rules/period-replay";
import { replayRun } from "@/lib/domains/tiers/rules/replay";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import { type TierPolicy, tierPolicySchema } from "@/lib/domains/tiers/schema";
import type { PartnerFacts, PeriodReplay } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import { readPolicyVersion } from "@/lib/platform/policies/read";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** Moves shown of a period; beyond them they are counted. */
const MOVES_SHOWN = 100;

/** Tries a policy on the facts of a final run, on the server and without a trace. */
export async function replayPeriod(
	scope: PlatformScope,
	policy: TierPolicy,
	run: FinalRun,
): Promise<PeriodReplay> {
	const was = (await readPolicyVersion("tiers", run.tierPolicyVersion, tierPolicySchema)).document;
	const stored = await readStoredVerdicts(scope, run.runId);
	const readsAgain = needsOtherFacts(was, policy);
	const fresh = readsAgain ? await readFactsFor(policy, run) : null;
	const past = stored.flatMap(({ facts, tier, entersProbation }) => {
		const taken = fresh ? takeOtherFacts(facts, fresh.get(facts.partnerId)) : facts;
		return taken ? [{ facts: taken, tier, entersProbation }] : [];
	});
	const replay = replayRun({ was, policy, past, asOf: run.asOf });
	const shown = replay.moves.slice(0, MOVES_SHOWN);
	const names = await readPartnerNames(
		scope,
		shown.map((move) => move.partnerId),
	);
	return {
		runId: run.runId,
		period: run.period,
		asOf: run.asOf,
		policyVersion: run.tierPolicyVersion,
		readsAgain,
		leftOut: stored.length - past.length,
		partners: past.length,
		before: countTiers(past.map((one) => one.tier)),
		after: replay.total[0] ? replay.total[0].map((_, to) => sumColumn(replay.total, to)) : [],
		changed: replay.moves.length,
		up: replay.moves.filter((move) => move.to > move.from).length,
		down: replay.moves.filter((move) => move.to < move.from).length,
		probationBefore: countProbation(past),
		probationAfter: replay.probation,
		total: replay.total,
		tracks: replay.tracks,
		moves: shown.map((move) => ({ ...move, name: names.get(move.partnerId) ?? move.partnerId })),
	};
}

function sumColumn(matrix: readonly (readonly number[])[], column: number): number {
	return matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0);
}

function countProbation(past: readonly Pick<StoredVerdict, "entersProbation">[]): number {
	return past.filter((one) => one.entersProbation).length;
}

/** The facts as the policy's windows ask for them, of partners that are still here. */
async function readFactsFor(policy: TierPolicy, run: FinalRun): Promise<Map<string, PartnerFacts>> {
	const forcePolicy: ForcePolicy = (
		await readPolicyVersion("forces", run.forcePolicyVersion, forcePolicySchema)
	).document;
	const client = await pool().connect();
	try {
		const windows = windowsEndedBy(policy, run.asOf);
		const { facts } = await readRunInputs(client, {
			asOf: run.asOf,
			windows,
			tierPolicy: policy,
			forcePolicy,
		});
		return new Map(facts.map((one) => [one.partnerId, one]));
	} finally {
		client.release();
	}
}
