import "server-only";
import { fullTiers } from "@/lib/domains/tiers/rules/board-zones";
import type { BoardFileRow } from "@/lib/domains/tiers/rules/render-board";
import type { RaceField, TrackField } from "@/lib/domains/tiers/types";
import type { BoardQuery, BoardRow, FoundPartner, RankedRun } from "@/lib/domains/tiers/types/leaderboard";
import { pool } from "@/lib/platform/db/pool";
import { readInSteps } from "@/lib/platform/db/read-in-steps";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** Final runs in a row of the leaderboard, this one included. */
const TRAIL_RUNS = 12;
const MATCHES_SHOWN = 8;

export type BoardFilter = Pick<BoardQuery, "tier" | "move" | "zone">;
export type Board = { run: RankedRun["run"]; trackCode: string };

const moveConditions = {
	up: "c.tier > c.previous_tier",
	down: "c.tier < c.previous_tier",
	same: "c.tier = c.previous_tier",
	first: "c.previous_tier IS NULL",
} as const;

/** Conditions on plain columns only, so that a filter never unpacks a receipt. Every number comes from the stored race. */
function conditionOf({ tier, move, zone }: BoardFilter, field: RaceField): string {
	const conditions = ["c.run_id = $1", "c.track_code = $2"];
	conditions.push(zone === "unranked" ? "c.race_rank IS NULL" : "c.race_rank IS NOT NULL");
	if (tier) conditions.push(`c.tier = ${Number(tier)}`);
	if (move) conditions.push(moveConditions[move]);
	if (zone === "bottom") conditions.push(`c.race_rank > ${Number(field.bottomAfterRank)}`);
	if (zone === "outranked") {
		const lines = fullTiers(field).map(
			(line) => `(c.absolute_tier = ${Number(line.tier)} AND c.race_rank > ${Number(line.afterRank)})`,
		);
		conditions.push(lines.length > 0 ? `(${lines.join(" OR ")})` : "false");
	}
	return conditions.join(" AND ");
}

const rowColumns = `c.partner_id AS "partnerId", p.name, c.race_rank AS rank, c.tier, c.previous_tier AS "previousTier",
	       c.absolute_tier AS "absoluteTier", before.race_rank AS "previousRank",
	       r.decision ->> 'movement' AS movement,
	       (r.decision ->> 'inBottom')::boolean AS "inBottom",
	       (r.decision ->> 'entersProbation')::boolean AS "entersProbation",
	       c.race_score_bps AS "raceScoreBps", c.composite_bps AS "compositeBps", c.net_fen AS "netFen",
	       (r.race #>> '{standing,gmvBelow}')::int AS "gmvBelow",
	       (r.race #>> '{standing,growthBelow}')::int AS "growthBelow",
	       (r.race #>> '{standing,others}')::int AS others,
	       r.growth ->> 'growthBps' AS "growthBps"`;

/** A receipt is unpacked once for all that is asked of it. */
const rowTables = (page: string) => `FROM (${page}) c
	  CROSS JOIN LATERAL jsonb_to_record(c.receipt) AS r(decision jsonb, race jsonb, growth jsonb, inputs jsonb)
	  JOIN partners p ON p.id = c.partner_id
	  LEFT JOIN classifications before ON before.partner_id = c.partner_id
	       AND before.run_id = r.inputs #>> '{previous,runId}' AND before.track_code = c.track_code`;

/** One statement for the rows of a page: a receipt is unpacked once, and the past ranks come along. */
const rowsSql = (page: string) => `
	WITH past AS (
		SELECT DISTINCT ON (period) id, period FROM evaluation_runs
		 WHERE status = 'FINAL' AND period < ($3 || '-01')::date
		 ORDER BY period DESC, finalised_at DESC, id DESC LIMIT ${TRAIL_RUNS - 1}
	), runs AS (
		SELECT id, to_char(period, 'YYYY-MM') AS period FROM past UNION ALL SELECT $1::text, $3::text
	)
	SELECT ${rowColumns}, coalesce(trail.points, '[]') AS trail
	  ${rowTables(page)}
	  LEFT JOIN LATERAL (
	    SELECT json_agg(json_build_object('period', runs.period, 'rank', h.race_rank) ORDER BY runs.period) AS points
	      FROM runs JOIN classifications h ON h.run_id = runs.id AND h.partner_id = c.partner_id
	     WHERE h.track_code = c.track_code AND h.race_rank IS NOT NULL
	  ) trail ON true`;

/** Ranks from `from` on, best first; no offset: the index of run, track and rank leads straight to them. */
export async function readRanksFrom(
	_scope: PlatformScope,
	{ run, trackCode }: Board,
	page: { filter: BoardFilter; field: RaceField; from: number; limit: number },
): Promise<BoardRow[]> {
	const { rows } = await pool().query<BoardRow>(
		`${rowsSql(`SELECT c.* FROM classifications c WHERE ${conditionOf(page.filter, page.field)}
			AND c.race_rank >= $4 ORDER BY c.race_rank LIMIT $5`)} ORDER BY c.race_rank`,
		[run.runId, trackCode, run.period, page.from, page.limit],
	);
	return rows;
}

/** The ranks before and at `until`, best first. */
export async function readRanksUntil(
	_scope: PlatformScope,
	{ run, trackCode }: Board,
	page: { filter: BoardFilter; field: RaceField; until: number; limit: number },
): Promise<BoardRow[]> {
	const { rows } = await pool().query<BoardRow>(
		`${rowsSql(`SELECT c.* FROM classifications c WHERE ${conditionOf(page.filter, page.field)}
			AND c.race_rank <= $4 ORDER BY c.race_rank DESC LIMIT $5`)} ORDER BY c.race_rank`,
		[run.runId, trackCode, run.period, page.until, page.limit],
	);
	return rows;
}

/** Partners over a red line, who do not race, by id. */
export async function readUnranked(
	_scope: PlatformScope,
	{ run, trackCode }: Board,
	page: { filter: BoardFilter; field: RaceField; after: string; limit: number },
): Promise<BoardRow[]> {
	const filter = { ...page.filter, zone: "unranked" as const };
	const { rows } = await pool().query<BoardRow>(
		`${rowsSql(`SELECT c.* FROM classifications c WHERE ${conditionOf(filter, page.field)}
			AND c.partner_id > $4 ORDER BY c.partner_id LIMIT $5`)} ORDER BY c.partner_id`,
		[run.runId, trackCode, run.period, page.after, page.limit],
	);
	return rows;
}

export async function countRows(
	_scope: PlatformScope,
	{ run, trackCode }: Board,
	filter: BoardFilter,
	field: RaceField,
): Promise<number> {
	const { rows } = await pool().query<{ count: number }>(
		`SELECT count(*)::int AS count FROM classifications c WHERE ${conditionOf(filter, field)}`,
		[run.runId, trackCode],
	);
	return rows[0]?.count ?? 0;
}

/** Every row of a track, best rank first and those without one last, through a cursor. */
export function streamTrack(
	_scope: PlatformScope,
	runId: string,
	trackCode: string,
): AsyncGenerator<BoardFileRow[]> {
	return readInSteps(
		pool(),
		`SELECT ${rowColumns} ${rowTables(`SELECT c.* FROM classifications c
			WHERE c.run_id = $1 AND c.track_code = $2 ORDER BY c.race_rank, c.partner_id`)}
		  ORDER BY c.race_rank, c.partner_id`,
		[runId, trackCode],
	);
}

/** The race and rules of a track in a run: every receipt of the track holds the same ones. */
export async function readTrackField(
	_scope: PlatformScope,
	runId: string,
	trackCode: string,
): Promise<TrackField | null> {
	const { rows } = await pool().query<TrackField>(
		`SELECT r.race -> 'field' AS field, r.rules
		   FROM (SELECT receipt FROM classifications WHERE run_id = $1 AND track_code = $2
		          ORDER BY race_rank LIMIT 1) c
		  CROSS JOIN LATERAL jsonb_to_record(c.receipt) AS r(race jsonb, rules jsonb)`,
		[runId, trackCode],
	);
	return rows[0] ?? null;
}

/** Partners of the track whose name holds the text or whose id it is, best rank first. */
export async function findInTrack(
	_scope: PlatformScope,
	{ run, trackCode }: Board,
	text: string,
): Promise<FoundPartner[]> {
	const { rows } = await pool().query<FoundPartner>(
		`SELECT c.partner_id AS "partnerId", p.name, c.race_rank AS rank
		   FROM classifications c JOIN partners p ON p.id = c.partner_id
		  WHERE c.run_id = $1 AND c.track_code = $2 AND (p.id = $3 OR position(lower($3) IN lower(p.name)) > 0)
		  ORDER BY c.race_rank, c.partner_id LIMIT ${MATCHES_SHOWN}`,
		[run.runId, trackCode, text],
	);
	return rows;
}

/** Where one partner stands in the track; null where it is not in it. */
export async function findPlace(
	_scope: PlatformScope,
	{ run, trackCode }: Board,
	partnerId: string,
): Promise<FoundPartner | null> {
	const { rows } = await pool().query<FoundPartner>(
		`SELECT c.partner_id AS "partnerId", p.name, c.race_rank AS rank
		   FROM classifications c JOIN partners p ON p.id = c.partner_id
		  WHERE c.run_id = $1 AND c.track_code = $2 AND c.partner_id = $3`,
		[run.runId, trackCode, partnerId],
	);
	return rows[0] ?? null;
}
