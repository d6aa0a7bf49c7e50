import "server-only";
import type { Feed } from "@/lib/domains/gmv/rules/feeds";

type FeedTable = Pick<Feed, "table" | "body" | "key" | "content" | "paid" | "refunded">;

const columnsOf = (feed: FeedTable) => ["shop_id", ...feed.body, "source_id", "batch_id"].join(", ");

/** A temporary twin of the feed's columns with the physical line, gone with the transaction. */
export function createStagingSql(feed: FeedTable): string {
	return `CREATE TEMP TABLE import_staging ON COMMIT DROP AS
		SELECT 0 AS line, false AS fresh, ${columnsOf(feed)} FROM ${feed.table} WITH NO DATA`;
}

/** Inserts the first line of every key that is not in the facts yet, and marks it fresh. */
export function insertFreshSql(feed: FeedTable): string {
	const columns = columnsOf(feed);
	const key = feed.key.join(", ");
	return `WITH first AS (SELECT DISTINCT ON (${key}) * FROM import_staging ORDER BY ${key}, line),
		inserted AS (
			INSERT INTO ${feed.table} (${columns}) SELECT ${columns} FROM first
			    ON CONFLICT (source_id, ${key}) DO NOTHING
			RETURNING ${key}
		)
		UPDATE import_staging s SET fresh = true
		  FROM first JOIN inserted USING (${key})
		 WHERE s.line = first.line`;
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

/** Records every line whose key is known with other content, with the first column that differs. $1 batch. */
export function saveConflictsSql(feed: FeedTable): string {
	const differs = (column: string) => `s.${column} IS DISTINCT FROM o.${column}`;
	const name = feed.content.map((c) => `WHEN ${differs(c.column)} THEN '${c.name}'`).join(" ");
	const value = feed.content
		.map((c) => `WHEN ${differs(c.column)} THEN ${c.shown ?? `coalesce(s.${c.column}::text, '')`}`)
		.join(" ");
	const sameKey = feed.key.map((column) => `o.${column} = s.${column}`).join(" AND ");
	return `INSERT INTO import_rejections (batch_id, line_number, "column", value, code)
		SELECT $1, s.line, CASE ${name} END, left(CASE ${value} END, 200), 'CONFLICT'
		  FROM import_staging s
		  CROSS JOIN LATERAL (SELECT * FROM ${feed.table} o WHERE o.source_id = s.source_id AND ${sameKey} LIMIT 1) o
		 WHERE NOT s.fresh AND (${feed.content.map((c) => differs(c.column)).join(" OR ")})`;
}
