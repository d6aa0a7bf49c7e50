import "server-only";
import type { PoolClient } from "pg";
import type { BrandInputs } from "@/lib/domains/playbook/types/step-results";
import type { StepPolicy } from "@/lib/domains/playbook/types/steps";
import type { Day } from "@/lib/platform/time";

export type InputsRow = Omit<BrandInputs, "burst"> & {
	burstShopId: number | null;
	burstProductId: string | null;
	burstWeekFen: bigint | null;
	burstBaseline: bigint | null;
};

/**
 * The inputs of domain.md §3.7 for a day, of some brands or of all, in one pass over the rollups. $1 the day, $2 brands or
 * null, $3 days of the window, $4 days of the repurchase, $5 days an exclusive product must have been on sale.
 */
export const stepInputsStatement = `
	WITH own AS MATERIALIZED (
	  SELECT id AS shop_id, code, brand_id FROM shops WHERE brand_id IS NOT NULL AND ($2::text[] IS NULL OR brand_id = ANY($2))
	), firsts AS MATERIALIZED (
	  SELECT o.brand_id, min(f.day) AS day FROM own o CROSS JOIN LATERAL (
	    SELECT day FROM gmv_shop_days g WHERE g.shop_id = o.shop_id AND g.day <= $1::date AND g.paid_fen > 0
	     ORDER BY day LIMIT 1) f
	   GROUP BY 1
	), gmv AS (
	  SELECT o.brand_id, sum(g.paid_fen - g.refunded_fen) AS all_fen,
	         sum(g.paid_fen - g.refunded_fen) FILTER (WHERE g.channel = 'public') AS public_fen,
	         sum(g.paid_fen - g.refunded_fen) FILTER (WHERE g.channel = 'self_live') AS self_live_fen,
	         sum(g.paid_fen - g.refunded_fen) FILTER (WHERE g.channel = 'private') AS private_fen
	    FROM own o JOIN gmv_shop_days g ON g.shop_id = o.shop_id
	   WHERE g.day > $1::date - $3::int AND g.day <= $1::date GROUP BY 1
	), beginning AS (
	  SELECT f.brand_id, sum(g.fen) AS fen
	    FROM firsts f JOIN own o USING (brand_id) CROSS JOIN LATERAL (
	      SELECT g.paid_fen - g.refunded_fen AS fen FROM gmv_shop_days g
	       WHERE g.shop_id = o.shop_id AND g.day >= f.day AND g.day < f.day + $3::int AND g.day <= $1::date OFFSET 0) g
	   GROUP BY 1
	), streamers AS (
	  SELECT o.brand_id, count(DISTINCT d.streamer_id) AS n FROM own o JOIN playbook_streamer_days d USING (shop_id)
	   WHERE d.day > $1::date - $3::int AND d.day <= $1::date GROUP BY 1
	), weeks AS MATERIALIZED (
	  SELECT o.brand_id, p.shop_id, p.product_id, p.baseline_eighths, max(d.week_fen) AS fen
	    FROM own o JOIN playbook_products p USING (shop_id) JOIN playbook_product_days d USING (shop_id, product_id)
	   WHERE d.day <= $1::date AND p.first_distribution_day <= $1::date
	     AND d.distribution_sales > 0 GROUP BY 1, 2, 3, 4
	), products AS (
	  SELECT brand_id, count(DISTINCT product_id) AS n FROM weeks GROUP BY 1
	), burst AS (
	  SELECT DISTINCT ON (brand_id) * FROM weeks
	   ORDER BY brand_id, fen::numeric / baseline_eighths DESC NULLS LAST, fen DESC, shop_id, product_id COLLATE "C"
	), exclusives AS MATERIALIZED (
	  SELECT e.shop_id, e.product_id, e.brand_id, e.on_sale_from FROM exclusive_products e
	   WHERE e.product_id IS NOT NULL AND e.on_sale_from <= $1::date AND (e.on_sale_to IS NULL OR e.on_sale_to > $1::date)
	), goods AS (
	  SELECT o.brand_id, sum(d.paid_fen - d.refunded_fen) AS all_fen,
	         sum(d.paid_fen - d.refunded_fen) FILTER (WHERE e.shop_id IS NOT NULL) AS exclusive_fen
	    FROM own o JOIN playbook_product_days d USING (shop_id)
	    LEFT JOIN exclusives e ON e.shop_id = d.shop_id AND e.product_id = d.product_id AND e.on_sale_from <= d.day
	   WHERE d.day > $1::date - $3::int AND d.day <= $1::date GROUP BY 1
	), on_sale AS (
	  SELECT o.brand_id, count(*) AS n FROM exclusives e JOIN own o USING (shop_id)
	   WHERE $1::date - e.on_sale_from + 1 >= $5::int GROUP BY 1
	), live AS (
	  SELECT o.brand_id, count(DISTINCT l.day) FILTER (WHERE l.minutes > 0) AS days, sum(l.minutes) AS minutes
	    FROM own o JOIN live_sessions l ON l.shop_code = o.code
	   WHERE l.kind = 'self_live' AND l.day > $1::date - $3::int AND l.day <= $1::date GROUP BY 1
	), began AS MATERIALIZED (
	  SELECT o.brand_id, d.buyer_id, min(d.day) AS day FROM own o JOIN playbook_buyer_days d USING (shop_id)
	   WHERE d.day <= $1::date - $4::int GROUP BY 1, 2 HAVING min(d.day) > $1::date - $4::int - $3::int
	), bought AS MATERIALIZED (
	  SELECT o.brand_id, d.buyer_id, d.day FROM own o JOIN playbook_buyer_days d USING (shop_id)
	   WHERE d.day > $1::date - $4::int - $3::int AND d.day <= $1::date
	), returned AS (
	  SELECT DISTINCT b.brand_id, b.buyer_id
	    FROM began b JOIN bought d ON d.brand_id = b.brand_id AND d.buyer_id = b.buyer_id
	   WHERE d.day > b.day AND d.day <= b.day + $4::int
	), again AS (
	  SELECT b.brand_id, count(*) AS n, count(r.buyer_id) AS again
	    FROM began b LEFT JOIN returned r USING (brand_id, buyer_id) GROUP BY 1
	)
	SELECT b.brand_id AS "brandId", $1::text AS day, f.day::text AS "firstDay", coalesce(g.all_fen, 0)::bigint AS "gmvFen",
	       coalesce(g.public_fen, 0)::bigint AS "publicFen", coalesce(g.self_live_fen, 0)::bigint AS "selfLiveFen",
	       coalesce(g.private_fen, 0)::bigint AS "privateFen", coalesce(p.exclusive_fen, 0)::bigint AS "exclusiveFen",
	       coalesce(p.all_fen, 0)::bigint AS "productFen", coalesce(i.fen, 0)::bigint AS "firstFen",
	       coalesce(s.n, 0)::int AS streamers, coalesce(t.n, 0)::int AS products, u.shop_id AS "burstShopId",
	       u.product_id AS "burstProductId", u.fen::bigint AS "burstWeekFen", u.baseline_eighths AS "burstBaseline",
	       coalesce(l.days, 0)::int AS "liveDays", coalesce(l.minutes, 0)::int AS "liveMinutes",
	       coalesce(a.n, 0)::int AS buyers, coalesce(a.again, 0)::int AS "buyersAgain",
	       coalesce(e.n, 0)::int AS "exclusiveProducts"
	  FROM (SELECT DISTINCT brand_id FROM own) b
	  LEFT JOIN firsts f USING (brand_id) LEFT JOIN gmv g USING (brand_id) LEFT JOIN beginning i USING (brand_id)
	  LEFT JOIN streamers s USING (brand_id) LEFT JOIN products t USING (brand_id) LEFT JOIN burst u USING (brand_id)
	  LEFT JOIN goods p USING (brand_id) LEFT JOIN on_sale e USING (brand_id) LEFT JOIN live l USING (brand_id)
	  LEFT JOIN again a USING (brand_id)
	 ORDER BY b.brand_id`;

/** What the steps of brands are judged by on a day; `null` for all that have a shop. */
export async function computeStepInputs(
	client: Pick<PoolClient, "query">,
	day: Day,
	brandIds: readonly string[] | null,
	policy: StepPolicy,
): Promise<BrandInputs[]> {
	const { rows } = await client.query<InputsRow>(stepInputsStatement, [
		day,
		brandIds,
		policy.windowDays,
		policy.repurchaseDays,
		policy.exclusiveOnSaleDays,
	]);
	return rows.map(toInputs);
}

export function toInputs({
	burstShopId,
	burstProductId,
	burstWeekFen,
	burstBaseline,
	...rest
}: InputsRow): BrandInputs {
	const burst =
		burstShopId === null || burstProductId === null || burstWeekFen === null
			? null
			: {
					shopId: burstShopId,
					productId: burstProductId,
					weekFen: burstWeekFen,
					baselineEighths: burstBaseline,
				};
	return { ...rest, burst };
}
