import type { CellLine } from "@/lib/domains/gmv/rules/explorer-view";
import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import { fenToDecimal } from "@/lib/platform/money";

/** A line of the export; amounts are written as exact yuan, without grouping. */
export type ExportLine = {
	period: string;
	code: string;
	name: string;
	paidFen: bigint;
	refundedFen: bigint;
};

export function renderExportHeader(columns: readonly string[]): string {
	return `${byteOrderMark}${columns.map(safeCell).join(",")}\r\n`;
}

/** An amount is a number we wrote ourselves: its minus is no formula and stays readable as a number. */
export function renderExportLine({ period, code, name, paidFen, refundedFen }: ExportLine): string {
	const texts = [period, code, name].map(safeCell);
	const amounts = [paidFen, refundedFen, paidFen - refundedFen].map(fenToDecimal);
	return `${[...texts, ...amounts].join(",")}\r\n`;
}

const SHANGHAI_MS = 8 * 3_600_000;

/** A time of Asia/Shanghai to the second, as the feeds write it. */
function writeTime(instant: Date): string {
	return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 19).replace("T", " ");
}

/** An order line with exact values; `type` and `channel` in the reader's words. A refund's amount is negative. */
export function renderOrderLine(line: CellLine, type: string, channel: string): string {
	const { eventId, lineNo, occurredAt, productId, productName, buyer, quantity, amountFen, source } = line;
	const cells = [
		safeCell(eventId),
		String(lineNo),
		safeCell(type),
		writeTime(occurredAt),
		safeCell(channel),
		safeCell(productId),
		safeCell(productName),
		safeCell(buyer ?? ""),
		String(quantity),
		fenToDecimal(line.type === "sale" ? amountFen : -amountFen),
		safeCell(source),
	];
	return `${cells.join(",")}\r\n`;
}
