import "server-only";
import type { PoolClient } from "pg";
import type { CriterionCode } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import { addDays, type Day } from "@/lib/platform/time";

/** What a week's briefs are made of beside the days that were judged. */
export type BriefInputs = {
	readonly brandId: string;
	readonly netFen: bigint;
	readonly beforeFen: bigint;
	readonly done: number;
	readonly overdue: number;
	readonly due: number;
	readonly streamers: number;
	readonly streamersBefore: number;
	readonly top: readonly { streamerId: string; fen: string; sales: number }[] | null;
	readonly product: {
		shopId: number;
		productId: string;
		name: string;
		fen: string;
		sales: number;
		eighths: string | null;
	} | null;
	readonly changes:
		| readonly { step: Step; day: Day; to: "CLOSED" | "REOPENED"; missing: CriterionCode[] }[]
		| null;
};

/** $1 the week's Monday, $2 its Sunday, $3 brands. */
const INPUTS = `
	WITH own AS MATERIALIZED (SELECT id AS shop_id, brand_id FROM shops WHERE brand_id = ANY($3)), gmv AS (
	  SELECT o.brand_id, sum(g.paid_fen - g.refunded_fen) FILTER (WHERE g.day >= $1::date) AS net,
	         sum(g.paid_fen - g.refunded_fen) FILTER (WHERE g.day < $1::date) AS before
	    FROM own o JOIN gmv_shop_days g USING (shop_id) WHERE g.day BETWEEN $1::date - 7 AND $2::date GROUP BY 1
	), items AS (
	  SELECT brand_id, count(*) FILTER (WHERE state = 'DONE' AND (moved_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $1::date AND $2::date) AS done,
	         count(*) FILTER (WHERE due_on <= $2::date AND (state <> 'DONE' OR (moved_at AT TIME ZONE 'Asia/Shanghai')::date > $2::date)) AS overdue,
	         count(*) FILTER (WHERE state <> 'DONE' AND due_on > $2::date AND due_on <= $2::date + 7) AS due
	    FROM playbook_items WHERE brand_id = ANY($3) AND NOT is_retired GROUP BY 1
	), sellers AS MATERIALIZED (
	  SELECT o.brand_id, d.streamer_id, coalesce(sum(d.distribution_fen) FILTER (WHERE d.day >= $1::date), 0) AS fen,
	         coalesce(sum(d.sales) FILTER (WHERE d.day >= $1::date), 0) AS sales, bool_or(d.day < $1::date) AS before
	    FROM own o JOIN playbook_streamer_days d USING (shop_id)
	   WHERE d.day BETWEEN $1::date - 7 AND $2::date GROUP BY 1, 2
	), streamers AS (
	  SELECT brand_id, count(*) FILTER (WHERE sales > 0) AS now, count(*) FILTER (WHERE before) AS before FROM sellers GROUP BY 1
	), top AS (
	  SELECT brand_id, json_agg(json_build_object('streamerId', streamer_id, 'fen', fen::text, 'sales', sales::int) ORDER BY n) AS rows
	    FROM (SELECT *, row_number() OVER (PARTITION BY brand_id ORDER BY fen DESC, streamer_id) AS n FROM sellers WHERE sales > 0) s
	   WHERE n <= 3 GROUP BY 1
	), sold AS (
	  SELECT DISTINCT ON (brand_id) o.brand_id, d.shop_id, d.product_id, sum(d.distribution_fen) AS fen,
	         sum(d.distribution_sales)::int AS sales, max(d.day) AS day
	    FROM own o JOIN playbook_product_days d USING (shop_id)
	   WHERE d.day BETWEEN $1::date AND $2::date GROUP BY 1, 2, 3 HAVING sum(d.distribution_sales) > 0
	   ORDER BY brand_id, fen DESC, d.shop_id, d.product_id
	), changes AS (
	  SELECT brand_id, json_agg(json_build_object('step', step, 'day', day, 'to', to_state, 'missing', missing) ORDER BY day, step) AS rows
	    FROM playbook_step_changes WHERE brand_id = ANY($3) AND day BETWEEN $1::date AND $2::date GROUP BY 1
	)
	SELECT b.id AS "brandId", coalesce(g.net, 0)::bigint AS "netFen", coalesce(g.before, 0)::bigint AS "beforeFen",
	       coalesce(i.done, 0)::int AS done, coalesce(i.overdue, 0)::int AS overdue, coalesce(i.due, 0)::int AS due,
	       coalesce(s.now, 0)::int AS streamers, coalesce(s.before, 0)::int AS "streamersBefore", t.rows AS top, c.rows AS changes,
	       CASE WHEN w.brand_id IS NOT NULL THEN json_build_object('shopId', w.shop_id, 'productId', w.product_id,
	         'name', coalesce((SELECT l.product_name FROM order_lines l WHERE l.shop_id = w.shop_id AND l.day = w.day
	                            AND l.product_id = w.product_id LIMIT 1), w.product_id),
	         'fen', w.fen::text, 'sales', w.sales, 'eighths', p.baseline_eighths::text) END AS product
	  FROM unnest($3::text[]) AS b (id) LEFT JOIN gmv g ON g.brand_id = b.id LEFT JOIN items i ON i.brand_id = b.id
	  LEFT JOIN streamers s ON s.brand_id = b.id LEFT JOIN top t ON t.brand_id = b.id LEFT JOIN changes c ON c.brand_id = b.id
	  LEFT JOIN sold w ON w.brand_id = b.id LEFT JOIN playbook_products p ON p.shop_id = w.shop_id AND p.product_id = w.product_id
	 ORDER BY 1`;

export async function readBriefInputs(
	client: Pick<PoolClient, "query">,
	week: Day,
	brandIds: readonly string[],
): Promise<BriefInputs[]> {
	const { rows } = await client.query<BriefInputs>(INPUTS, [week, addDays(week, 6), brandIds]);
	return rows;
}

/** Brands at work on their playbook that have no brief of a week yet; those judged on its last day. */
export async function listBrandsWithoutBrief(
	client: Pick<PoolClient, "query">,
	week: Day,
	limit: number,
): Promise<{ id: string; name: string; organisationId: string }[]> {
	const { rows } = await client.query<{ id: string; name: string; organisationId: string }>(
		`SELECT b.id, b.name, b.organisation_id AS "organisationId" FROM brands b
		  WHERE b.playbook_from <= $2::date AND NOT EXISTS (SELECT FROM playbook_briefs p WHERE p.brand_id = b.id AND p.week = $1::date)
		  ORDER BY b.id LIMIT $3`,
		[week, addDays(week, 6), limit],
	);
	return rows;
}
