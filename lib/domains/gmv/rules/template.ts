import { orderLineColumns } from "@/lib/domains/gmv/rules/check-order-line";
import { shopDayColumns } from "@/lib/domains/gmv/rules/check-shop-day";
import { channelNames, columnNames, typeNames } from "@/lib/domains/gmv/rules/file-names";
import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import type { FeedGrain } from "@/lib/domains/gmv/types";

const columnsOf = { ORDER_LINE: orderLineColumns, SHOP_DAY: shopDayColumns } as const;

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
};

function sampleOf(column: string, isChinese: boolean): string {
	if (column === "type") return choices(typeNames, isChinese);
	if (column === "channel") return choices(channelNames, isChinese);
	if (column === "exclusive") return isChinese ? "是|否" : "true|false";
	return samples[column] ?? "";
}

/**
 * A file to fill in: the header in the reader's language and one line that shows every form. Where a value is to be
 * chosen that line names all of them, so that it is refused, and never counted, when it is left in the file.
 */
export function renderTemplate(grain: FeedGrain, isChinese: boolean): string {
	const columns = [...columnsOf[grain].required, ...columnsOf[grain].optional];
	const header = columns.map((column) => (isChinese ? (columnNames[column]?.[0] ?? column) : column));
	const sample = columns.map((column) => sampleOf(column, isChinese));
	return byteOrderMark + [header, sample].map((cells) => `${cells.map(safeCell).join(",")}\r\n`).join("");
}
