import { readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { computeVerdicts } from "@/lib/domains/tiers/mutations/compute-verdicts";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { measureP50, type Target } from "./http";
import type { Comparison } from "./measure";
import { AS_OF, openRun, seedPartners } from "./run-world";

export const LEADERBOARD = {
	track: "training",
	partners: 100_000,
	rank: 50_000,
	runId: "run_bench",
} as const;

/** A track of a hundred thousand partners in the portal's own database, and the draft of a run over it. */
export async function fillLeaderboard(): Promise<void> {
	const client = await pool().connect();
	try {
		await seedPartners(client, LEADERBOARD.partners, [LEADERBOARD.track]);
	} finally {
		client.release();
	}
	const policies = await readRunPolicies(AS_OF);
	await inRawTransaction(async (transaction) => {
		await openRun(transaction, LEADERBOARD.runId, AS_OF);
		const run = { id: LEADERBOARD.runId, asOf: AS_OF, now: new Date() };
		await computeVerdicts(transaction, run, policies, async () => undefined);
	});
	await pool().query("VACUUM ANALYZE classifications");
}

/** The leaderboard's page that begins in the middle of the track, over a trivial signed-in page of the same server. */
export function compareLeaderboard(pages: { leaderboard: Target; trivial: Target }, rounds = 5): Comparison {
	const requests = 20;
	const rank = LEADERBOARD.rank.toLocaleString("en-US");
	const size = LEADERBOARD.partners.toLocaleString("en-US");
	return {
		row: `leaderboard, rank ${rank} of ${size} ÷ trivial page`,
		unit: "ms",
		ours: { name: "leaderboard", run: () => measureP50(pages.leaderboard, requests) },
		reference: { name: "trivial page", run: () => measureP50(pages.trivial, requests) },
		rounds,
		target: { max: 2 },
	};
}
