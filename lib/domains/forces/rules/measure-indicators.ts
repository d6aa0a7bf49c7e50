import type { IndicatorId } from "@/lib/domains/forces/constants";
import type { ForceTotals, MonthlyForceFacts } from "@/lib/domains/forces/types";
import { makeRatio, type Ratio } from "@/lib/platform/money/ratio";
import type { Month } from "@/lib/platform/time";

const MINUTES_PER_HOUR = 60n;
const BPS = 10_000n;

/**
 * Adds up the rows of the given months. Rows of other months are ignored; a month without a row adds nothing.
 * Throws `DUPLICATE_MONTH` when a month occurs twice.
 */
export function sumForceFacts(rows: readonly MonthlyForceFacts[], window: readonly Month[]): ForceTotals {
	const inside = rows.filter((row) => window.includes(row.month));
	if (new Set(inside.map((row) => row.month)).size !== inside.length) throw new Error("DUPLICATE_MONTH");
	const sum = (key: Exclude<keyof MonthlyForceFacts, "month">) =>
		inside.reduce((total, row) => total + BigInt(row[key]), 0n);
	return {
		months: inside.length,
		trafficSpendFen: sum("trafficSpendFen"),
		trafficGmvFen: sum("trafficGmvFen"),
		contentViews: sum("contentViews"),
		contentGmvFen: sum("contentGmvFen"),
		liveMinutes: sum("liveMinutes"),
		activeShops: sum("activeShops"),
		liveGmvFen: sum("liveGmvFen"),
		signedStreamers: sum("signedStreamers"),
		qualifiedStreamers: sum("qualifiedStreamers"),
		ordersDue: sum("ordersDue"),
		ordersShippedOnTime: sum("ordersShippedOnTime"),
		afterSalesCasesDue: sum("afterSalesCasesDue"),
		afterSalesCasesInSla: sum("afterSalesCasesInSla"),
		paidOrders: sum("paidOrders"),
		disputes: sum("disputes"),
		activeSkus: sum("activeSkus"),
		exclusiveSkus: sum("exclusiveSkus"),
		skuDays: sum("skuDays"),
		stockoutSkuDays: sum("stockoutSkuDays"),
		c2mOrders: sum("c2mOrders"),
	};
}

/** Numerator and denominator of an indicator in its unit (schema `indicatorUnits`); the denominator may be zero. */
export type Measure = { readonly num: bigint; readonly den: bigint };

/**
 * How each indicator of domain.md §3.2 is read from the totals. A monthly count (streamers, C2M orders) is a level,
 * not a flow: it counts as the mean over the months that have a row, so a partner in its first month is not divided by three.
 */
const measures: Record<IndicatorId, (t: ForceTotals) => Measure> = {
	return_on_spend: (t) => ({ num: t.trafficGmvFen, den: t.trafficSpendFen }),
	gmv_per_thousand_views: (t) => ({ num: t.contentGmvFen * 1000n, den: t.contentViews }),
	live_hours_per_shop: (t) => ({ num: t.liveMinutes, den: t.activeShops * MINUTES_PER_HOUR }),
	gmv_per_live_hour: (t) => ({ num: t.liveGmvFen * MINUTES_PER_HOUR, den: t.liveMinutes }),
	qualified_streamers: (t) => ({ num: t.qualifiedStreamers, den: BigInt(t.months) }),
	qualified_share: (t) => ({ num: t.qualifiedStreamers * BPS, den: t.signedStreamers }),
	shipped_on_time: (t) => ({ num: t.ordersShippedOnTime * BPS, den: t.ordersDue }),
	after_sales_in_sla: (t) => ({ num: t.afterSalesCasesInSla * BPS, den: t.afterSalesCasesDue }),
	dispute_rate: (t) => ({ num: t.disputes * BPS, den: t.paidOrders }),
	exclusive_sku_share: (t) => ({ num: t.exclusiveSkus * BPS, den: t.activeSkus }),
	stockout_share: (t) => ({ num: t.stockoutSkuDays * BPS, den: t.skuDays }),
	c2m_orders: (t) => ({ num: t.c2mOrders, den: BigInt(t.months) }),
};

export function measureIndicator(id: IndicatorId, totals: ForceTotals): Measure {
	return measures[id](totals);
}

/** The exact value in the indicator's unit, or null where there is nothing to divide by. */
export function divideMeasure(measure: Measure): Ratio | null {
	return makeRatio(measure.num, measure.den);
}
