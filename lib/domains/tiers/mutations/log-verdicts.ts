import "server-only";
import type { PoolClient } from "pg";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { MovementReason } from "@/lib/domains/tiers/types";
import type { Month } from "@/lib/platform/time";

const BATCH = 1_000;

type VerdictRow = {
	partnerId: string;
	organisationId: string;
	trackCode: string;
	period: Month;
	tier: TierLevel;
	previousTier: TierLevel | null;
	movement: MovementReason;
	receiptHash: string;
	tierPolicyVersion: number;
	forcePolicyVersion: number;
};

/**
 * Writes every verdict of a run into the decision log: to be called once, in the transaction that makes the run final.
 * The receipt itself is bound by its hash. Reads the rows back a batch at a time, whatever the size of the run.
 */
export async function logVerdicts(client: PoolClient, runId: string, at: Date): Promise<number> {
	let after = "";
	let logged = 0;
	for (;;) {
		const rows = await readVerdicts(client, runId, after);
		await appendDecisionsRaw(
			client,
			rows.map(({ partnerId, organisationId, ...verdict }) => ({
				kind: "TIER_VERDICT",
				subjectType: "partner",
				subjectId: partnerId,
				reference: runId,
				organisationId,
				at,
				payload: verdict,
			})),
		);
		logged += rows.length;
		after = rows.at(-1)?.partnerId ?? after;
		if (rows.length < BATCH) return logged;
	}
}

async function readVerdicts(client: PoolClient, runId: string, after: string): Promise<VerdictRow[]> {
	const { rows } = await client.query<VerdictRow>(
		`SELECT c.partner_id AS "partnerId", p.organisation_id AS "organisationId", c.track_code AS "trackCode",
		        to_char(r.period, 'YYYY-MM') AS period, c.tier, c.previous_tier AS "previousTier",
		        c.receipt #>> '{decision,movement}' AS movement, c.receipt_hash AS "receiptHash",
		        r.tier_policy_version AS "tierPolicyVersion", r.force_policy_version AS "forcePolicyVersion"
		   FROM classifications c JOIN evaluation_runs r ON r.id = c.run_id JOIN partners p ON p.id = c.partner_id
		  WHERE c.run_id = $1 AND c.partner_id > $2 ORDER BY c.partner_id LIMIT $3`,
		[runId, after, BATCH],
	);
	return rows;
}
