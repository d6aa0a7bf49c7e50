import "server-only";
import type { PoolClient } from "pg";
import type { MonthlyForceFacts } from "@/lib/domains/forces/types";
import type { DayRange } from "@/lib/platform/time";

/** Columns of `force_months` in the order they are read. */
const columns = [
	["month", "to_char(month, 'YYYY-MM')"],
	["trafficSpendFen", "traffic_spend_fen"],
	["trafficGmvFen", "traffic_gmv_fen"],
	["contentViews", "content_views"],
	["contentGmvFen", "content_gmv_fen"],
	["liveMinutes", "live_minutes"],
	["activeShops", "active_shops"],
	["liveGmvFen", "live_gmv_fen"],
	["signedStreamers", "signed_streamers"],
	["qualifiedStreamers", "qualified_streamers"],
	["ordersDue", "orders_due"],
	["ordersShippedOnTime", "orders_shipped_on_time"],
	["afterSalesCasesDue", "after_sales_cases_due"],
	["afterSalesCasesInSla", "after_sales_cases_in_sla"],
	["paidOrders", "paid_orders"],
	["disputes", "disputes"],
	["activeSkus", "active_skus"],
	["exclusiveSkus", "exclusive_skus"],
	["skuDays", "sku_days"],
	["stockoutSkuDays", "stockout_sku_days"],
	["c2mOrders", "c2m_orders"],
] as const satisfies readonly (readonly [keyof MonthlyForceFacts, string])[];

const columnList = columns.map(([name, expression]) => `${expression} AS "${name}"`).join(", ");

/** Monthly counts of all partners inside a range of whole months, per partner and oldest first. */
export async function readForceFacts(
	client: PoolClient,
	range: DayRange,
): Promise<Map<string, MonthlyForceFacts[]>> {
	const { rows } = await client.query<MonthlyForceFacts & { partnerId: string }>(
		`SELECT partner_id AS "partnerId", ${columnList} FROM force_months
		  WHERE month >= $1 AND month < $2 ORDER BY partner_id, force_months.month`,
		[range.from, range.to],
	);
	const byPartner = new Map<string, MonthlyForceFacts[]>();
	for (const { partnerId, ...facts } of rows) {
		const list = byPartner.get(partnerId);
		if (list) list.push(facts);
		else byPartner.set(partnerId, [facts]);
	}
	return byPartner;
}
