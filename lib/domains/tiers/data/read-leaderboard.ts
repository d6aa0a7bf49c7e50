import "server-only";
import type { LeaderRow, TrackField } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** One page of a track's ranking, best first; partners over a red line, who do not race, come last. */
export async function readLeaderboard(
	_scope: PlatformScope,
	page: { runId: string; trackCode: string; offset: number; limit: number },
): Promise<LeaderRow[]> {
	const { rows } = await pool().query<LeaderRow>(
		`SELECT c.partner_id AS "partnerId", p.name, c.race_rank AS rank, c.tier, c.previous_tier AS "previousTier",
		        before.race_rank AS "previousRank",
		        c.receipt #>> '{decision,movement}' AS movement,
		        (c.receipt #>> '{decision,inBottom}')::boolean AS "inBottom",
		        (c.receipt #>> '{decision,entersProbation}')::boolean AS "entersProbation",
		        c.race_score_bps AS "raceScoreBps", c.composite_bps AS "compositeBps", c.net_fen AS "netFen",
		        (c.receipt #>> '{race,standing,gmvBelow}')::int AS "gmvBelow",
		        (c.receipt #>> '{race,standing,growthBelow}')::int AS "growthBelow",
		        (c.receipt #>> '{race,standing,others}')::int AS others,
		        c.receipt #>> '{growth,growthBps}' AS "growthBps"
		   FROM (SELECT * FROM classifications WHERE run_id = $1 AND track_code = $2
		          ORDER BY race_rank NULLS LAST, partner_id OFFSET $3 LIMIT $4) c
		   JOIN partners p ON p.id = c.partner_id
		   LEFT JOIN classifications before ON before.partner_id = c.partner_id
		        AND before.run_id = c.receipt #>> '{inputs,previous,runId}' AND before.track_code = c.track_code
		  ORDER BY c.race_rank NULLS LAST, c.partner_id`,
		[page.runId, page.trackCode, page.offset, page.limit],
	);
	return rows;
}

/** The race and rules of a track in a run: every receipt of the track holds the same ones. */
export async function readTrackField(
	_scope: PlatformScope,
	runId: string,
	trackCode: string,
): Promise<TrackField | null> {
	const { rows } = await pool().query<TrackField>(
		`SELECT receipt #> '{race,field}' AS field, receipt -> 'rules' AS rules
		   FROM classifications WHERE run_id = $1 AND track_code = $2 ORDER BY race_rank NULLS LAST LIMIT 1`,
		[runId, trackCode],
	);
	return rows[0] ?? null;
}
