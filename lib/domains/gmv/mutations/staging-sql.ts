import "server-only";
import type { Feed } from "@/lib/domains/gmv/rules/feeds";

export type FeedTable = Pick<Feed, "table" | "body" | "key" | "content" | "paid" | "refunded">;

const columnsOf = (feed: FeedTable) => ["shop_id", ...feed.body, "source_id", "batch_id"].join(", ");

/** A temporary twin of the feed's columns with the physical line, gone with the transaction. */
export function createStagingSql(feed: FeedTable): string {
	return `CREATE TEMP TABLE import_staging ON COMMIT DROP AS
		SELECT 0 AS line, NULL::boolean AS fresh, ${columnsOf(feed)} FROM ${feed.table} WITH NO DATA`;
}

/**
 * Looks every staged line up by its key: records those known with other content as conflicts, naming the first column that
 * differs, and answers how many are known and which lines are not. $1 batch, $2 the lines to look up, all when null.
 * The LIMIT keeps it to one index probe a line whatever the planner believes.
 */
export function lookUpSql(feed: FeedTable): string {
	const differs = (column: string) => `s.${column} IS DISTINCT FROM o.${column}`;
	const name = feed.content.map((c) => `WHEN ${differs(c.column)} THEN '${c.name}'`).join(" ");
	const value = feed.content
		.map((c) => `WHEN ${differs(c.column)} THEN ${c.shown ?? `coalesce(s.${c.column}::text, '')`}`)
		.join(" ");
	const sameKey = feed.key.map((column) => `o.${column} = s.${column}`).join(" AND ");
	return `WITH looked AS MATERIALIZED (
			SELECT s.line, o.known, CASE WHEN o.known THEN CASE ${name} END END AS name,
			       CASE WHEN o.known THEN CASE ${value} END END AS value
			  FROM import_staging s
			  LEFT JOIN LATERAL (
				SELECT true AS known, * FROM ${feed.table} o WHERE o.source_id = s.source_id AND ${sameKey} LIMIT 1
			  ) o ON true
			 WHERE ($2::int[] IS NULL OR s.line = ANY($2)) AND s.fresh IS NOT TRUE
		), conflicts AS (
			INSERT INTO import_rejections (batch_id, line_number, "column", value, code)
			SELECT $1, line, name, left(value, 200), 'CONFLICT' FROM looked WHERE name IS NOT NULL
			RETURNING 1
		)
		SELECT (SELECT count(*) FROM conflicts)::int AS conflict,
		       (SELECT count(*) FROM looked WHERE known AND name IS NULL)::int AS duplicate,
		       coalesce((SELECT array_agg(line) FROM looked WHERE known IS NULL), '{}') AS unknown`;
}

/** Inserts the first staged line of every key and marks it fresh. $1 the lines whose keys are new. */
export function insertFreshSql(feed: FeedTable): string {
	const columns = columnsOf(feed);
	const key = feed.key.join(", ");
	return `WITH first AS (
			SELECT DISTINCT ON (${key}) * FROM import_staging WHERE line = ANY($1) ORDER BY ${key}, line
		), inserted AS (
			INSERT INTO ${feed.table} (${columns}) SELECT ${columns} FROM first
		)
		UPDATE import_staging s SET fresh = true FROM first WHERE s.line = first.line`;
}

/** Adds the fresh lines to the shop days and returns the days they touched. $1 source. */
export function rollUpFreshSql(feed: FeedTable): string {
	return `WITH added AS (
			INSERT INTO gmv_shop_days AS r (shop_id, day, channel, source_id, paid_fen, refunded_fen)
			SELECT s.shop_id, s.day, s.channel, $1, sum(${feed.paid}), sum(${feed.refunded})
			  FROM import_staging s WHERE s.fresh
			 GROUP BY s.shop_id, s.day, s.channel
			    ON CONFLICT (shop_id, day, channel, source_id) DO UPDATE
			   SET paid_fen = r.paid_fen + excluded.paid_fen, refunded_fen = r.refunded_fen + excluded.refunded_fen
			RETURNING r.day
		)
		SELECT DISTINCT day FROM added`;
}
