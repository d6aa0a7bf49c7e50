import "server-only";
import type { PoolClient } from "pg";
import { rankInTrack } from "@/lib/domains/forces/rules/rank-in-track";
import type { ForceScorecard } from "@/lib/domains/forces/types";

/**
 * Where every partner of a track stands in each force and indicator, once one of their receipts holds another scorecard: for
 * the screen, no part of any receipt. Writes what changed.
 */
export async function rerankTrack(client: PoolClient, runId: string, trackCode: string): Promise<void> {
	const { rows } = await client.query<{ partnerId: string; scorecard: ForceScorecard }>(
		`SELECT partner_id AS "partnerId", receipt -> 'scorecard' AS scorecard FROM classifications
		  WHERE run_id = $1 AND track_code = $2 AND jsonb_typeof(receipt -> 'scorecard') = 'object'`,
		[runId, trackCode],
	);
	const ranked = rankInTrack(rows).map(({ partnerId, ...percentiles }) => ({ partnerId, percentiles }));
	await client.query(
		`UPDATE classifications c SET percentiles = r.percentiles
		   FROM json_to_recordset($2) AS r("partnerId" text, percentiles jsonb)
		  WHERE c.run_id = $1 AND c.partner_id = r."partnerId" AND c.percentiles IS DISTINCT FROM r.percentiles`,
		[runId, JSON.stringify(ranked)],
	);
}
