import "server-only";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import { judgeProducts } from "@/lib/domains/playbook/data/burst";
import { findBestWeek, type ProductDay } from "@/lib/domains/playbook/rules/steps/burst";
import type { FoundProduct, ProductKey, ProductStory, StreamerRow } from "@/lib/domains/playbook/types/burst";
import { db } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** What the newest line of each product calls it, by `<shop> <product>`. */
export async function nameProducts(products: readonly ProductKey[]): Promise<ReadonlyMap<string, string>> {
	if (products.length === 0) return new Map();
	const rows = await db().$queryRaw<(ProductKey & { name: string })[]>`
		SELECT w.shop_id AS "shopId", w.product_id AS "productId", l.product_name AS name
		  FROM unnest(${products.map((p) => p.shopId)}::int[], ${products.map((p) => p.productId)}::text[]) AS w (shop_id, product_id)
		 CROSS JOIN LATERAL (
		   SELECT max(d.day) AS day FROM playbook_product_days d WHERE d.shop_id = w.shop_id AND d.product_id = w.product_id) d
		 CROSS JOIN LATERAL (
		   SELECT product_name FROM order_lines l
		    WHERE l.shop_id = w.shop_id AND l.day = d.day AND l.product_id = w.product_id LIMIT 1) l`;
	return new Map(rows.map(({ shopId, productId, name }) => [keyOf({ shopId, productId }), name]));
}

export const keyOf = ({ shopId, productId }: ProductKey) => `${shopId} ${productId}`;

const SHOWN = 50;

/** Who sold most for a brand in `[from, to]`, beside the period `[before, from)`. */
export function listStreamers(
	scope: Scope,
	brandId: string,
	{ before, from, to }: { before: Day; from: Day; to: Day },
): Promise<StreamerRow[]> {
	return db().$queryRaw<StreamerRow[]>`
		SELECT d.streamer_id AS "streamerId", coalesce(sum(d.distribution_fen) FILTER (WHERE d.day >= ${from}::date), 0)::bigint AS fen,
		       coalesce(sum(d.sales) FILTER (WHERE d.day >= ${from}::date), 0)::int AS sales,
		       (count(DISTINCT d.day) FILTER (WHERE d.day >= ${from}::date))::int AS days, max(d.day)::text AS "lastDay",
		       coalesce(sum(d.distribution_fen) FILTER (WHERE d.day < ${from}::date), 0)::bigint AS "beforeFen"
		  FROM brands b JOIN shops s ON s.brand_id = b.id JOIN playbook_streamer_days d ON d.shop_id = s.id
		 WHERE b.id = ${brandId} AND ${brandsOf(scope)} AND d.day BETWEEN ${before}::date AND ${to}::date
		 GROUP BY d.streamer_id ORDER BY fen DESC, "beforeFen" DESC, 1 LIMIT ${SHOWN}`;
}

/** One product with every day it sold on; null where it, or its brand, does not exist for the scope. */
export async function findProductStory(
	scope: Scope,
	brandId: string,
	{ shopId, productId }: ProductKey,
	thresholdHundredths: number,
): Promise<ProductStory | null> {
	const [found] = await db().$queryRaw<
		(Omit<FoundProduct, "weekTo" | "weekFen" | "weekSales"> & { shopName: string })[]
	>`
		SELECT p.shop_id AS "shopId", p.product_id AS "productId", p.first_distribution_day::text AS "firstDistributionDay",
		       p.baseline_kind AS "baselineKind", p.baseline_eighths AS "baselineEighths", coalesce(s.name, s.code) AS "shopName"
		  FROM brands b JOIN shops s ON s.brand_id = b.id JOIN playbook_products p ON p.shop_id = s.id
		 WHERE b.id = ${brandId} AND ${brandsOf(scope)} AND p.shop_id = ${shopId} AND p.product_id = ${productId}`;
	if (!found) return null;
	const days = await db().$queryRaw<ProductDay[]>`
		SELECT day::text, paid_fen AS "paidFen", distribution_fen AS "distributionFen", distribution_sales AS "distributionSales"
		  FROM playbook_product_days WHERE shop_id = ${shopId} AND product_id = ${productId} ORDER BY day`;
	const best = findBestWeek(days, days.at(-1)?.day ?? found.firstDistributionDay);
	if (!best) return null;
	const week = { weekTo: best.to, weekFen: best.fen, weekSales: best.sales };
	const [[judged], streamers] = await Promise.all([
		judgeProducts([{ ...found, ...week }], thresholdHundredths),
		db().$queryRaw<ProductStory["streamers"][number][]>`
			SELECT streamer_id AS "streamerId", sum(amount_fen)::bigint AS fen, count(*)::int AS sales FROM order_lines
			 WHERE shop_id = ${shopId} AND product_id = ${productId} AND day BETWEEN ${best.from}::date AND ${best.to}::date
			   AND type = 'sale' AND channel = 'distribution' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`,
	]);
	return judged ? { ...judged, days, streamers } : null;
}
