import "server-only";
import { fewSales } from "@/lib/domains/playbook/constants/step-policy";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import { findBurstInterval, seedOf } from "@/lib/domains/playbook/rules/steps/bootstrap";
import { type BuyerDays, buildCohorts, type CohortRow } from "@/lib/domains/playbook/rules/steps/cohorts";
import { rankProducts } from "@/lib/domains/playbook/rules/steps/rank-products";
import type { BurstProduct, FoundProduct } from "@/lib/domains/playbook/types/burst";
import { db } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

const SHOWN = 50;

/** Amounts of the distribution sales of best weeks, by product. */
async function listAmounts(products: readonly FoundProduct[]): Promise<Map<string, bigint[]>> {
	const rows = await db().$queryRaw<{ shopId: number; productId: string; fen: bigint }[]>`
		SELECT w.shop_id AS "shopId", w.product_id AS "productId", l.amount_fen AS fen
		  FROM unnest(${products.map((p) => p.shopId)}::int[], ${products.map((p) => p.productId)}::text[],
		              ${products.map((p) => p.weekTo)}::date[]) AS w (shop_id, product_id, day)
		  JOIN order_lines l ON l.shop_id = w.shop_id AND l.day BETWEEN w.day - 6 AND w.day
		   AND l.product_id = w.product_id AND l.type = 'sale' AND l.channel = 'distribution'
		 ORDER BY 1, 2, l.source_id, l.event_id, l.line_no`;
	const found = new Map<string, bigint[]>();
	for (const { shopId, productId, fen } of rows) {
		const key = `${shopId} ${productId}`;
		const amounts = found.get(key);
		if (amounts) amounts.push(fen);
		else found.set(key, [fen]);
	}
	return found;
}

/**
 * Which products of a brand to push, best first: the 50 with the most distribution sales in a best week. Empty for a brand
 * that does not exist for the scope.
 */
export async function listBurstProducts(
	scope: Scope,
	brandId: string,
	thresholdHundredths: number,
): Promise<BurstProduct[]> {
	const products = await db().$queryRaw<FoundProduct[]>`
		SELECT p.shop_id AS "shopId", p.product_id AS "productId", p.first_distribution_day::text AS "firstDistributionDay",
		       p.baseline_kind AS "baselineKind", p.baseline_eighths AS "baselineEighths", w.day::text AS "weekTo",
		       w.week_fen AS "weekFen", w.week_sales AS "weekSales"
		  FROM brands b JOIN shops s ON s.brand_id = b.id JOIN playbook_products p ON p.shop_id = s.id
		 CROSS JOIN LATERAL (
		   SELECT d.day, d.week_fen, d.week_sales FROM playbook_product_days d
		    WHERE d.shop_id = p.shop_id AND d.product_id = p.product_id AND d.distribution_sales > 0
		    ORDER BY d.week_fen DESC, d.day LIMIT 1) w
		 WHERE b.id = ${brandId} AND ${brandsOf(scope)}
		 ORDER BY w.week_fen DESC, 1, 2 LIMIT ${SHOWN}`;
	return judgeProducts(products, thresholdHundredths);
}

/** Ranks products by a threshold; those of few sales get the interval of what their best week might have been. */
export async function judgeProducts<P extends FoundProduct>(
	products: readonly P[],
	thresholdHundredths: number,
): Promise<(P & BurstProduct)[]> {
	const amounts = await listAmounts(products.filter(({ weekSales }) => weekSales < fewSales));
	const ranked = products.map((product) => {
		const key = `${product.shopId} ${product.productId}`;
		const interval = findBurstInterval(amounts.get(key) ?? [], product.baselineEighths, seedOf(key));
		return { ...product, interval };
	});
	return [...rankProducts(ranked, thresholdHundredths)];
}

const COHORT_WEEKS = 26;

/** The cohort matrix of a brand's last half year. */
export async function readCohorts(scope: Scope, brandId: string, asOf: Day): Promise<readonly CohortRow[]> {
	const buyers = await db().$queryRaw<BuyerDays[]>`
		SELECT f.day::text AS first, (
		         SELECT min(n.day) FROM playbook_buyer_days n JOIN shops t ON t.id = n.shop_id
		          WHERE t.brand_id = ${brandId} AND n.buyer_id = f.buyer_id AND n.day > f.day AND n.day <= ${asOf}::date)::text AS next
		  FROM (SELECT d.buyer_id, min(d.day) AS day
		          FROM brands b JOIN shops s ON s.brand_id = b.id JOIN playbook_buyer_days d ON d.shop_id = s.id
		         WHERE b.id = ${brandId} AND ${brandsOf(scope)} AND d.day <= ${asOf}::date GROUP BY 1) f
		 WHERE f.day > ${addDays(asOf, -7 * COHORT_WEEKS)}::date`;
	return buildCohorts(buyers, asOf);
}
