import type { ForceCode, IndicatorId } from "@/lib/domains/forces/constants";
import type { Month } from "@/lib/platform/time";

/**
 * One partner's raw counts of one whole month (domain.md §3.2), all ≥ 0. Scores over several months are exact
 * because numerators and denominators are summed before they are divided.
 */
export type MonthlyForceFacts = {
	readonly month: Month;
	/** Spend on paid traffic, and the paid GMV attributed to it. */
	readonly trafficSpendFen: bigint;
	readonly trafficGmvFen: bigint;
	/** Views of live rooms and short videos, and the paid GMV they led to. */
	readonly contentViews: bigint;
	readonly contentGmvFen: bigint;
	readonly liveMinutes: number;
	/** Bound shops with at least one sale in the month; months add up to shop-months. */
	readonly activeShops: number;
	readonly liveGmvFen: bigint;
	/** Streamers under contract on the month's last day, and those of them with monthly GMV ≥ 100,000 CNY. */
	readonly signedStreamers: number;
	readonly qualifiedStreamers: number;
	readonly ordersDue: number;
	readonly ordersShippedOnTime: number;
	readonly afterSalesCasesDue: number;
	readonly afterSalesCasesInSla: number;
	readonly paidOrders: number;
	readonly disputes: number;
	/** SKUs on sale in the month and the channel-exclusive ones; months add up to SKU-months. */
	readonly activeSkus: number;
	readonly exclusiveSkus: number;
	/** Days on sale summed over active SKUs, and the days of them out of stock. */
	readonly skuDays: number;
	readonly stockoutSkuDays: number;
	readonly c2mOrders: number;
};

/** A month as one revision has it; the highest revision of a month counts. */
export type ForceMonthRevision = MonthlyForceFacts & {
	readonly revision: number;
	/** The import it came by; null of what was there before any feed. */
	readonly batchId: string | null;
	readonly sourceCode: string | null;
	/** From when on it counted; null: from the start. */
	readonly knownAt: Date | null;
};

/** The counts of several months added up; `months` is how many of them had a row. */
export type ForceTotals = { readonly months: number } & {
	readonly [K in Exclude<keyof MonthlyForceFacts, "month">]: bigint;
};

export type IndicatorUnit = "times" | "fen" | "hours" | "count" | "bps";

/** Why an indicator counts as 0 without a value: no row in the window, or a denominator of zero. */
export type IndicatorReason = "NO_DATA";

/** JSON-safe. `floor`, `target` and `value` are decimals in `unit`; scores are basis points of 0–100, rounded down. */
export type IndicatorScore = {
	readonly id: IndicatorId;
	readonly unit: IndicatorUnit;
	/** Four decimals, rounded half up, for the screen; `numerator` ÷ `denominator` is the exact value. */
	readonly value: string | null;
	readonly numerator: string;
	readonly denominator: string;
	readonly reason: IndicatorReason | null;
	readonly floor: string;
	readonly target: string;
	readonly smallerIsBetter: boolean;
	readonly weightBps: number;
	readonly scoreBps: number;
	/** What it adds to its force: score × weight. */
	readonly pointsBps: number;
};

export type ForceScore = {
	readonly force: ForceCode;
	readonly weightBps: number;
	readonly scoreBps: number;
	/** What it adds to the composite: score × weight. */
	readonly pointsBps: number;
	readonly indicators: readonly IndicatorScore[];
};

/** All five forces of a partner over the trailing months, with everything the figures came from. */
export type ForceScorecard = {
	/** The window asked for, oldest first, and those of its months that had a row. */
	readonly window: readonly Month[];
	readonly monthsPresent: readonly Month[];
	readonly compositeBps: number;
	readonly lowestForceBps: number;
	readonly forces: readonly ForceScore[];
};

/** Percent rank in the track in basis points (10,000 = ahead of all others); null where the partner has no value. */
export type ForcePercentiles = {
	readonly partnerId: string;
	readonly compositeBps: number;
	readonly forces: Readonly<Record<ForceCode, number>>;
	readonly indicators: Readonly<Record<IndicatorId, number | null>>;
};
