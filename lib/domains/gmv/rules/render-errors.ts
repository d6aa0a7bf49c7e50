import type { Rejection, RejectionCode } from "@/lib/domains/gmv/types";

/** What a spreadsheet would take for a formula, in half and full width (engineering.md §6). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** A CSV cell that no spreadsheet runs: a leading apostrophe in front of formula signs, quotes where RFC 4180 asks. */
export function safeCell(text: string): string {
	const tame = FORMULA_START.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

export const errorFileColumns = ["line", "column", "value", "code", "reason"] as const;
/** So that spreadsheets read the file as UTF-8. */
export const byteOrderMark = "\uFEFF";

/** Lines of the error file; `explain` is the sentence for a code in the reader's language. */
export function renderErrors(
	rejections: readonly Rejection[],
	explain: (code: RejectionCode) => string,
): string {
	return rejections
		.map(({ line, column, value, code }) =>
			[String(line), column, value, code, explain(code)].map(safeCell).join(",").concat("\r\n"),
		)
		.join("");
}

export const errorFileHeader = `${byteOrderMark}${errorFileColumns.join(",")}\r\n`;
