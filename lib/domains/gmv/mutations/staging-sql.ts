import "server-only";
import type { Feed } from "@/lib/domains/gmv/rules/feeds";

export type FeedTable = Pick<Feed, "table" | "body" | "key" | "keyTable" | "content" | "contentOf" | "sales">;

/** The columns a row of the feed is written to, in the order in which it is. */
export function columnsOf({ body, sales }: FeedTable): string {
	return (sales ? ["shop_id", ...body, "source_id", "batch_id"] : [...body, "batch_id"]).join(", ");
}
/** Whether a row of the feed is an order line, to be counted in its shop's day. */
export const hasLines = (feed: FeedTable) => feed.table === "order_lines";
const sameKey = ({ key, sales }: FeedTable) =>
	[...(sales ? ["source_id"] : []), ...key].map((column) => `o.${column} = s.${column}`).join(" AND ");

/** A temporary twin of the feed's columns with the physical line, gone with the transaction. */
export function createStagingSql(feed: FeedTable): string {
	return `CREATE TEMP TABLE import_staging ON COMMIT DROP AS
		SELECT 0 AS line, NULL::boolean AS fresh, ${columnsOf(feed)} FROM ${feed.table} WITH NO DATA`;
}

/**
 * Looks every staged line up in the table of keys: which are not known, which are the same line again, and which differ
 * in content. $1 the lines to look up, all when null. The LIMIT keeps it to one index probe a line whatever the planner
 * believes.
 */
export function lookUpKeysSql(feed: FeedTable): string {
	return `WITH looked AS MATERIALIZED (
			SELECT s.line, o.known, o.content IS NOT DISTINCT FROM ${feed.contentOf} AS same
			  FROM import_staging s
			  LEFT JOIN LATERAL (
				SELECT true AS known, * FROM ${feed.keyTable} o WHERE ${sameKey(feed)} LIMIT 1
			  ) o ON true
			 WHERE ($1::int[] IS NULL OR s.line = ANY($1)) AND s.fresh IS NOT TRUE
		)
		SELECT coalesce(array_agg(line) FILTER (WHERE known IS NULL), '{}') AS unknown,
		       coalesce(array_agg(line) FILTER (WHERE known AND same), '{}') AS duplicates,
		       coalesce(array_agg(line) FILTER (WHERE known AND NOT same), '{}') AS different
		  FROM looked`;
}

/** Somewhere for the facts that staged lines are compared with: reading whole cells once beats searching them per line. */
export function createKnownSql(feed: FeedTable): string {
	return `CREATE TEMP TABLE import_known ON COMMIT DROP AS SELECT * FROM ${feed.table} WITH NO DATA;
		CREATE INDEX ON import_known (${feed.key.join(", ")})`;
}

/** Fetches every fact of the shops and days in which the staged lines' keys stand. $1 the lines. */
export function fetchKnownSql(feed: FeedTable): string {
	return `INSERT INTO import_known
		SELECT f.* FROM (
			SELECT DISTINCT o.shop_id, o.day FROM import_staging s
			 CROSS JOIN LATERAL (SELECT * FROM ${feed.keyTable} o WHERE ${sameKey(feed)} LIMIT 1) o
			 WHERE s.line = ANY($1)
		) c CROSS JOIN LATERAL (SELECT * FROM ${feed.table} f WHERE f.shop_id = c.shop_id AND f.day = c.day OFFSET 0) f`;
}

/**
 * Compares staged lines with the facts of the same key: records those with other content as conflicts, naming the first
 * column that differs, and answers which are the same again and which have no such fact. $1 batch, $2 the lines, all when
 * null.
 */
export function compareSql(feed: FeedTable, facts: string = feed.table): string {
	const differs = (column: string) => `s.${column} IS DISTINCT FROM o.${column}`;
	const name = feed.content.map((c) => `WHEN ${differs(c.column)} THEN '${c.name}'`).join(" ");
	const value = feed.content
		.map((c) => `WHEN ${differs(c.column)} THEN ${c.shown ?? `coalesce(s.${c.column}::text, '')`}`)
		.join(" ");
	return `WITH looked AS MATERIALIZED (
			SELECT s.line, o.known, CASE WHEN o.known THEN CASE ${name} END END AS name,
			       CASE WHEN o.known THEN CASE ${value} END END AS value
			  FROM import_staging s
			  LEFT JOIN LATERAL (
				SELECT true AS known, * FROM ${facts} o WHERE ${sameKey(feed)} LIMIT 1
			  ) o ON true
			 WHERE ($2::int[] IS NULL OR s.line = ANY($2)) AND s.fresh IS NOT TRUE
		), conflicts AS (
			INSERT INTO import_rejections (batch_id, line_number, "column", value, code)
			SELECT $1, line, name, left(value, 200), 'CONFLICT' FROM looked WHERE name IS NOT NULL
			RETURNING 1
		)
		SELECT (SELECT count(*) FROM conflicts)::int AS conflict,
		       (SELECT coalesce(array_agg(line), '{}') FROM looked WHERE known AND name IS NULL) AS duplicates,
		       (SELECT coalesce(array_agg(line), '{}') FROM looked WHERE known IS NULL) AS unknown`;
}

/** Lines with another content than a fact that is not in its month any more: what differs can no longer be told. */
export const recordUnnamedSql = `INSERT INTO import_rejections (batch_id, line_number, "column", value, code)
	SELECT $1, line, '', '', 'CONFLICT' FROM unnest($2::int[]) AS line`;

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

type SalesSql = { paid: string; refunded: string };

/** Adds the fresh lines to the shop days, notes what was added, and returns the days touched. $1 source, $2 batch. */
export function rollUpFreshSql(feed: FeedTable, { paid, refunded }: SalesSql): string {
	return `WITH t AS MATERIALIZED (
			SELECT s.shop_id, s.day, s.channel, sum(${paid}) AS paid, sum(${refunded}) AS refunded,
			       ${hasLines(feed) ? "count(*)" : "0"} AS lines
			  FROM import_staging s WHERE s.fresh
			 GROUP BY s.shop_id, s.day, s.channel
		), noted AS (
			INSERT INTO gmv_shop_day_changes (batch_id, source_id, shop_id, day, channel, paid_fen, refunded_fen)
			SELECT $2, $1, shop_id, day, channel, paid, refunded FROM t
		), added AS (
			INSERT INTO gmv_shop_days AS r (shop_id, day, channel, source_id, paid_fen, refunded_fen, order_lines)
			SELECT shop_id, day, channel, $1, paid, refunded, lines FROM t
			    ON CONFLICT (shop_id, day, channel, source_id) DO UPDATE
			   SET paid_fen = r.paid_fen + excluded.paid_fen, refunded_fen = r.refunded_fen + excluded.refunded_fen,
			       order_lines = r.order_lines + excluded.order_lines
			RETURNING r.day
		)
		SELECT DISTINCT day FROM added`;
}

/** The months of the lines about to be inserted. $1 the lines. */
export const monthsOfSql = `SELECT DISTINCT to_char(day, 'YYYY-MM') AS month FROM import_staging WHERE line = ANY($1)`;
