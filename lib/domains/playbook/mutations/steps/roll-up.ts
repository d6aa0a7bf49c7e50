import "server-only";
import type { PoolClient } from "pg";
import type { Day } from "@/lib/platform/time";

/** Brands whose facts changed, and since when. */
export type TouchedBrands = { readonly brandIds: readonly string[]; readonly since: Day | null };

const FIND_CELLS = `
	CREATE TEMP TABLE playbook_new ON COMMIT DROP AS
	  SELECT b.id FROM import_batches b
	   WHERE b.state = 'DONE' AND NOT EXISTS (SELECT FROM playbook_batches p WHERE p.batch_id = b.id);
	INSERT INTO playbook_batches (batch_id) SELECT id FROM playbook_new;
	CREATE TEMP TABLE playbook_cells ON COMMIT DROP AS
	  SELECT DISTINCT c.shop_id, c.day FROM gmv_shop_day_changes c
	   WHERE c.batch_id IN (SELECT id FROM playbook_new);
	CREATE INDEX ON playbook_cells (shop_id, day);
	ANALYZE playbook_cells`;

/** Whole days of a shop are replaced, so that running it again changes nothing. */
const REPLACE_DAYS = `
	DELETE FROM playbook_product_days d USING playbook_cells c WHERE d.shop_id = c.shop_id AND d.day = c.day;
	DELETE FROM playbook_streamer_days d USING playbook_cells c WHERE d.shop_id = c.shop_id AND d.day = c.day;
	DELETE FROM playbook_buyer_days d USING playbook_cells c WHERE d.shop_id = c.shop_id AND d.day = c.day;
	CREATE TEMP TABLE playbook_lines ON COMMIT DROP AS
	  SELECT l.shop_id, l.day, l.product_id, l.buyer_id, l.streamer_id, l.amount_fen, l.type = 'sale' AS sold,
	         l.type = 'sale' AND l.channel = 'distribution' AS pushed
	    FROM playbook_cells c JOIN order_lines l ON l.shop_id = c.shop_id AND l.day = c.day;
	INSERT INTO playbook_product_days (shop_id, product_id, day, paid_fen, refunded_fen, distribution_fen, distribution_sales)
	  SELECT shop_id, product_id, day, coalesce(sum(amount_fen) FILTER (WHERE sold), 0),
	         coalesce(sum(amount_fen) FILTER (WHERE NOT sold), 0), coalesce(sum(amount_fen) FILTER (WHERE pushed), 0),
	         count(*) FILTER (WHERE pushed)
	    FROM playbook_lines GROUP BY 1, 2, 3;
	INSERT INTO playbook_streamer_days (shop_id, streamer_id, day, distribution_fen, sales)
	  SELECT shop_id, streamer_id, day, sum(amount_fen), count(*)
	    FROM playbook_lines WHERE pushed AND streamer_id IS NOT NULL GROUP BY 1, 2, 3;
	INSERT INTO playbook_buyer_days (shop_id, buyer_id, day)
	  SELECT DISTINCT shop_id, buyer_id, day FROM playbook_lines WHERE sold AND buyer_id IS NOT NULL`;

/** A changed day moves the weeks that end on it and on the six days after. */
const RENEW_WEEKS = `
	UPDATE playbook_product_days d SET week_fen = w.fen, week_sales = w.sales
	  FROM (
	    SELECT t.shop_id, t.product_id, t.day, sum(o.distribution_fen) AS fen, sum(o.distribution_sales) AS sales
	      FROM (SELECT DISTINCT p.shop_id, p.product_id, p.day FROM playbook_cells c
	              JOIN playbook_product_days p ON p.shop_id = c.shop_id AND p.day BETWEEN c.day AND c.day + 6) t
	      JOIN playbook_product_days o
	        ON o.shop_id = t.shop_id AND o.product_id = t.product_id AND o.day BETWEEN t.day - 6 AND t.day
	     GROUP BY 1, 2, 3) w
	 WHERE w.shop_id = d.shop_id AND w.product_id = d.product_id AND w.day = d.day
	   AND (w.fen <> d.week_fen OR w.sales <> d.week_sales)`;

/**
 * `findFirstDistribution` and `findBaseline` of lib/domains/playbook/rules/steps/burst, for every product of the touched
 * shops whose 28 days before, or whose first day, the change could have moved.
 */
const RENEW_PRODUCTS = `
	CREATE TEMP TABLE playbook_shops ON COMMIT DROP AS
	  SELECT shop_id, min(day) AS since FROM playbook_cells GROUP BY shop_id;
	DELETE FROM playbook_products p USING playbook_shops s
	 WHERE p.shop_id = s.shop_id AND p.first_distribution_day >= s.since;
	WITH firsts AS MATERIALIZED (
	  SELECT d.shop_id, d.product_id, min(d.day) AS day
	    FROM playbook_shops s JOIN playbook_product_days d ON d.shop_id = s.shop_id
	   WHERE d.distribution_sales > 0 GROUP BY 1, 2
	), renewed AS (
	  SELECT f.* FROM firsts f JOIN playbook_shops s USING (shop_id) WHERE f.day >= s.since
	), before AS MATERIALIZED (
	  SELECT n.shop_id, n.day, d.product_id, sum(d.paid_fen) AS fen
	    FROM (SELECT DISTINCT shop_id, day FROM renewed) n
	    JOIN playbook_product_days d ON d.shop_id = n.shop_id AND d.day >= n.day - 28 AND d.day < n.day
	   GROUP BY 1, 2, 3 HAVING sum(d.paid_fen) > 0
	), ranked AS (
	  SELECT shop_id, day, fen, row_number() OVER w AS n, count(*) OVER (PARTITION BY shop_id, day) AS total
	    FROM before WINDOW w AS (PARTITION BY shop_id, day ORDER BY fen)
	), medians AS MATERIALIZED (
	  SELECT shop_id, day, sum(fen) * CASE WHEN min(total) % 2 = 1 THEN 2 ELSE 1 END AS eighths
	    FROM ranked WHERE n IN ((total + 1) / 2, total / 2 + 1) GROUP BY 1, 2
	)
	INSERT INTO playbook_products (shop_id, product_id, first_distribution_day, baseline_kind, baseline_eighths)
	SELECT r.shop_id, r.product_id, r.day,
	       CASE WHEN b.fen IS NOT NULL THEN 'OWN' WHEN m.eighths IS NOT NULL THEN 'SHOP_MEDIAN' ELSE 'NONE' END,
	       coalesce(2 * b.fen, m.eighths)
	  FROM renewed r
	  LEFT JOIN before b ON b.shop_id = r.shop_id AND b.day = r.day AND b.product_id = r.product_id
	  LEFT JOIN medians m ON m.shop_id = r.shop_id AND m.day = r.day`;

const FIND_TOUCHED = `
	SELECT coalesce(array_agg(DISTINCT s.brand_id), '{}') AS "brandIds", min(t.day)::text AS since
	  FROM (SELECT shop_id, day FROM playbook_cells UNION ALL
	        SELECT h.id, l.day FROM live_sessions l JOIN shops h ON h.code = l.shop_code
	         WHERE l.batch_id IN (SELECT id FROM playbook_new) UNION ALL
	        SELECT h.id, o.day FROM live_session_revisions r
	          JOIN live_session_revisions o USING (shop_code, session_id) JOIN shops h ON h.code = r.shop_code
	         WHERE r.batch_id IN (SELECT id FROM playbook_new)) t
	  JOIN shops s ON s.id = t.shop_id WHERE s.brand_id IS NOT NULL`;

/** So many shop-days at once, and what the planner knows of the tables is of another time. */
const MANY_CELLS = 100;

/** Judging reads these tables next, in this very transaction: on figures of empty tables it takes a hundred times as long. */
async function measureIfMany(client: PoolClient): Promise<void> {
	const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM playbook_cells");
	if ((rows[0]?.count ?? 0) < MANY_CELLS) return;
	await client.query(
		"ANALYZE playbook_product_days, playbook_products, playbook_buyer_days, playbook_streamer_days, gmv_shop_days",
	);
}

/**
 * Brings products, streamers and buyers to what every import since the last call says, in the caller's transaction; one
 * caller at a time. Only the shops and days the imports touched are read from the facts.
 */
export async function rollUpPlaybook(client: PoolClient): Promise<TouchedBrands> {
	await client.query("SELECT pg_advisory_xact_lock(hashtext('playbook.roll-up'))");
	await client.query(FIND_CELLS);
	await client.query(REPLACE_DAYS);
	await client.query(RENEW_WEEKS);
	await client.query(RENEW_PRODUCTS);
	await measureIfMany(client);
	const { rows } = await client.query<TouchedBrands>(FIND_TOUCHED);
	return rows[0] ?? { brandIds: [], since: null };
}
