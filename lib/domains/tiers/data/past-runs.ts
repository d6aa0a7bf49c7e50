import "server-only";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import { factsOf } from "@/lib/domains/tiers/rules/rejudge";
import type { PartnerFacts, ReceiptInputs } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day, Month } from "@/lib/platform/time";

export type FinalRun = {
	runId: string;
	period: Month;
	asOf: Day;
	tierPolicyVersion: number;
	forcePolicyVersion: number;
	partnerCount: number;
};

/** The final runs a replay may go over, newest month first; of several of a month the last. */
export async function listFinalRuns(_scope: PlatformScope, limit: number): Promise<FinalRun[]> {
	const { rows } = await pool().query<FinalRun>(
		`SELECT DISTINCT ON (period) id AS "runId", to_char(period, 'YYYY-MM') AS period, as_of AS "asOf",
		        tier_policy_version AS "tierPolicyVersion", force_policy_version AS "forcePolicyVersion",
		        partner_count AS "partnerCount"
		   FROM evaluation_runs WHERE status = 'FINAL'
		  ORDER BY period DESC, finalised_at DESC, id DESC LIMIT $1`,
		[limit],
	);
	return rows;
}

/** One partner of a final run: what it was judged on and the tier the engine gave, set by hand or not. */
export type StoredVerdict = { facts: PartnerFacts; tier: TierLevel; entersProbation: boolean };

type Row = {
	partnerId: string;
	trackCode: string;
	tier: TierLevel;
	entersProbation: boolean;
	inputs: ReceiptInputs;
};

/** The verdicts of a final run with their facts, from the receipts as they are stored. */
export async function readStoredVerdicts(_scope: PlatformScope, runId: string): Promise<StoredVerdict[]> {
	const { rows } = await pool().query<Row>(
		`SELECT c.partner_id AS "partnerId", c.track_code AS "trackCode",
		        coalesce((c.receipt #>> '{override,engineTier}')::int, c.tier) AS tier,
		        (c.receipt #>> '{decision,entersProbation}')::boolean AS "entersProbation", c.receipt -> 'inputs' AS inputs
		   FROM classifications c JOIN evaluation_runs r ON r.id = c.run_id AND r.status = 'FINAL'
		  WHERE c.run_id = $1 ORDER BY c.partner_id`,
		[runId],
	);
	return rows.map(({ tier, entersProbation, ...row }) => ({ facts: factsOf(row), tier, entersProbation }));
}

/** What partners are called today. */
export async function readPartnerNames(
	_scope: PlatformScope,
	ids: readonly string[],
): Promise<Map<string, string>> {
	const { rows } = await pool().query<{ id: string; name: string }>(
		"SELECT id, name FROM partners WHERE id = ANY($1)",
		[ids],
	);
	return new Map(rows.map((row) => [row.id, row.name]));
}
