import type { ForceCode } from "@/lib/domains/forces/constants";
import type { MetricKey } from "@/lib/domains/forces/rules/month-metrics";

/** Which monthly counts each force is measured from. */
export const metricsOfForce = {
	traffic: ["trafficSpendFen", "trafficGmvFen", "contentViews", "contentGmvFen"],
	livestream: ["liveMinutes", "activeShops", "liveGmvFen"],
	incubation: ["signedStreamers", "qualifiedStreamers"],
	fulfilment: [
		"ordersDue",
		"ordersShippedOnTime",
		"afterSalesCasesDue",
		"afterSalesCasesInSla",
		"paidOrders",
		"disputes",
	],
	supply: ["activeSkus", "exclusiveSkus", "skuDays", "stockoutSkuDays", "c2mOrders"],
} as const satisfies Record<ForceCode, readonly MetricKey[]>;
