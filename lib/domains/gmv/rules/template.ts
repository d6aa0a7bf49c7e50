import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import { channelNames, columnNames, complaintNames, typeNames } from "@/lib/domains/gmv/rules/file-names";
import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import type { FeedGrain } from "@/lib/domains/gmv/types";

function choices(names: Record<string, readonly string[]>, isChinese: boolean): string {
	return Object.entries(names)
		.map(([key, [first = key]]) => (isChinese ? first : key))
		.join("|");
}

const samples: Readonly<Record<string, string>> = {
	event_id: "A-1001",
	line_no: "1",
	occurred_at: "2026-03-01 14:05:00",
	shop_id: "S-1001",
	product_id: "P-2001",
	quantity: "2",
	amount: "83.40",
	day: "2026-03-01",
	paid: "12800.00",
	refunded: "320.50",
	sale_orders: "96",
	month: "2026-03",
	traffic_spend: "32000.00",
	traffic_gmv: "121600.00",
	content_views: "3650000",
	content_gmv: "286400.50",
	live_minutes: "9120",
	active_shops: "2",
	live_gmv: "240500.00",
	signed_streamers: "42",
	qualified_streamers: "6",
	orders_due: "2380",
	orders_shipped_on_time: "2311",
	after_sales_cases_due: "126",
	after_sales_cases_in_sla: "119",
	paid_orders: "2402",
	disputes: "9",
	active_skus: "180",
	exclusive_skus: "22",
	sku_days: "5120",
	stockout_sku_days: "173",
	c2m_orders: "310",
	revision: "1",
	session_id: "L-20260301-1",
	started_at: "2026-03-01 19:30:00",
	ended_at: "2026-03-01 23:45:00",
	complaints: "0",
};

function sampleOf(column: string, isChinese: boolean): string {
	if (column === "type") return choices(typeNames, isChinese);
	if (column === "channel") return choices(channelNames, isChinese);
	if (column === "complaint_kind") return choices(complaintNames, isChinese);
	if (column === "partner_id") return isChinese ? "统一社会信用代码|服务商编号" : "uscc|partner id";
	if (column === "exclusive" || column === "withdrawn") return isChinese ? "是|否" : "true|false";
	return samples[column] ?? "";
}

/**
 * A file to fill in: the header in the reader's language and one line that shows every form. Where a value is to be
 * chosen that line names all of them, so that it is refused, and never counted, when it is left in the file.
 */
export function renderTemplate(grain: FeedGrain, isChinese: boolean): string {
	const columns = columnsOf(grain);
	const header = columns.map((column) => (isChinese ? (columnNames[column]?.[0] ?? column) : column));
	const sample = columns.map((column) => sampleOf(column, isChinese));
	return byteOrderMark + [header, sample].map((cells) => `${cells.map(safeCell).join(",")}\r\n`).join("");
}
