import type { MonthlyForceFacts } from "@/lib/domains/forces/types";
import { daysBetween, type Month, monthRange } from "@/lib/platform/time";

export type MetricKey = Exclude<keyof MonthlyForceFacts, "month">;

/** `amount` is yuan in a file and fen in the database; `big` is a count beyond four bytes. */
export type MetricKind = "amount" | "count" | "big";

export type ForceMetric = {
	readonly key: MetricKey;
	/** What a file of the monthly feed calls it. */
	readonly name: string;
	/** Its column of `force_months`. */
	readonly column: string;
	readonly kind: MetricKind;
};

const amount = <Key extends MetricKey, Name extends string>(key: Key, name: Name) =>
	({ key, name, column: `${name}_fen`, kind: "amount" }) as const;
const count = <Key extends MetricKey, Name extends string>(key: Key, name: Name) =>
	({ key, name, column: name, kind: "count" }) as const;

/** The raw counts behind the twelve indicators of domain.md §3.2, in the order of the feed and of `force_months`. */
export const forceMetrics = [
	amount("trafficSpendFen", "traffic_spend"),
	amount("trafficGmvFen", "traffic_gmv"),
	{ key: "contentViews", name: "content_views", column: "content_views", kind: "big" },
	amount("contentGmvFen", "content_gmv"),
	count("liveMinutes", "live_minutes"),
	count("activeShops", "active_shops"),
	amount("liveGmvFen", "live_gmv"),
	count("signedStreamers", "signed_streamers"),
	count("qualifiedStreamers", "qualified_streamers"),
	count("ordersDue", "orders_due"),
	count("ordersShippedOnTime", "orders_shipped_on_time"),
	count("afterSalesCasesDue", "after_sales_cases_due"),
	count("afterSalesCasesInSla", "after_sales_cases_in_sla"),
	count("paidOrders", "paid_orders"),
	count("disputes", "disputes"),
	count("activeSkus", "active_skus"),
	count("exclusiveSkus", "exclusive_skus"),
	count("skuDays", "sku_days"),
	count("stockoutSkuDays", "stockout_sku_days"),
	count("c2mOrders", "c2m_orders"),
] as const satisfies readonly ForceMetric[];

/** A part is never more than its whole. */
export const metricParts = [
	{ part: "qualifiedStreamers", whole: "signedStreamers", code: "STREAMERS_EXCEED_SIGNED" },
	{ part: "ordersShippedOnTime", whole: "ordersDue", code: "SHIPPED_EXCEEDS_DUE" },
	{ part: "afterSalesCasesInSla", whole: "afterSalesCasesDue", code: "IN_SLA_EXCEEDS_DUE" },
	{ part: "disputes", whole: "paidOrders", code: "DISPUTES_EXCEED_ORDERS" },
	{ part: "exclusiveSkus", whole: "activeSkus", code: "EXCLUSIVE_EXCEEDS_ACTIVE" },
	{ part: "stockoutSkuDays", whole: "skuDays", code: "STOCKOUT_EXCEEDS_SKU_DAYS" },
] as const satisfies readonly { part: MetricKey; whole: MetricKey; code: string }[];

export type MetricFaultCode = (typeof metricParts)[number]["code"] | "SKU_DAYS_EXCEED_MONTH";

/**
 * What is wrong with the counts of a month taken together, or null: a part greater than its whole, or more days on sale
 * than its SKUs could have had in that month. All values are ≥ 0.
 */
export function findMetricFault(
	month: Month,
	countOf: (key: MetricKey) => number,
): { key: MetricKey; code: MetricFaultCode } | null {
	for (const { part, whole, code } of metricParts)
		if (countOf(part) > countOf(whole)) return { key: part, code };
	const { from, to } = monthRange(month);
	if (countOf("skuDays") > countOf("activeSkus") * daysBetween(from, to))
		return { key: "skuDays", code: "SKU_DAYS_EXCEED_MONTH" };
	return null;
}
