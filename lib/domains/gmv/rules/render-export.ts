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
