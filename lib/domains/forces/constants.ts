import type { ForcePolicy } from "@/lib/domains/forces/schema";

/** In the order every screen shows them; the last two decide a partner's margin and are set apart. */
export const forceCodes = ["traffic", "livestream", "incubation", "fulfilment", "supply"] as const;
export type ForceCode = (typeof forceCodes)[number];

export const marginForces: readonly ForceCode[] = ["fulfilment", "supply"];

export const indicatorIds = [
	"return_on_spend",
	"gmv_per_thousand_views",
	"live_hours_per_shop",
	"gmv_per_live_hour",
	"qualified_streamers",
	"qualified_share",
	"shipped_on_time",
	"after_sales_in_sla",
	"dispute_rate",
	"exclusive_sku_share",
	"stockout_share",
	"c2m_orders",
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/**
 * The table of domain.md §3.2 as the first row of the policy table. It is seed data: at run time the policy is read
 * from the database. Money is fen (20 CNY = "2000"), rates are basis points (90% = "9000").
 */
export const forcePolicyV1: ForcePolicy = {
	schemaVersion: 1,
	months: 3,
	forces: [
		{
			force: "traffic",
			weightBps: 2000,
			indicators: [
				{ id: "return_on_spend", unit: "times", floor: "1", target: "5", weightBps: 5000 },
				{ id: "gmv_per_thousand_views", unit: "fen", floor: "2000", target: "10000", weightBps: 5000 },
			],
		},
		{
			force: "livestream",
			weightBps: 2000,
			indicators: [
				{ id: "live_hours_per_shop", unit: "hours", floor: "20", target: "120", weightBps: 4000 },
				{ id: "gmv_per_live_hour", unit: "fen", floor: "100000", target: "2000000", weightBps: 6000 },
			],
		},
		{
			force: "incubation",
			weightBps: 2000,
			indicators: [
				{ id: "qualified_streamers", unit: "count", floor: "0", target: "20", weightBps: 5000 },
				{ id: "qualified_share", unit: "bps", floor: "0", target: "3000", weightBps: 5000 },
			],
		},
		{
			force: "fulfilment",
			weightBps: 2000,
			indicators: [
				{ id: "shipped_on_time", unit: "bps", floor: "9000", target: "9900", weightBps: 4000 },
				{ id: "after_sales_in_sla", unit: "bps", floor: "8000", target: "9800", weightBps: 4000 },
				{ id: "dispute_rate", unit: "bps", floor: "200", target: "20", weightBps: 2000 },
			],
		},
		{
			force: "supply",
			weightBps: 2000,
			indicators: [
				{ id: "exclusive_sku_share", unit: "bps", floor: "0", target: "2000", weightBps: 4000 },
				{ id: "stockout_share", unit: "bps", floor: "1000", target: "0", weightBps: 4000 },
				{ id: "c2m_orders", unit: "count", floor: "0", target: "1000", weightBps: 2000 },
			],
		},
	],
};
