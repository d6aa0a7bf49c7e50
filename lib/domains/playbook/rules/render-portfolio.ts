import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import { steps } from "@/lib/domains/playbook/constants/sides";
import { compareYear } from "@/lib/domains/playbook/rules/year-on-year";
import type { PortfolioRow } from "@/lib/domains/playbook/types/portfolio";
import type { Step } from "@/lib/domains/playbook/types/template";
import { fenToDecimal } from "@/lib/platform/money";

export const portfolioColumns = [
	...["id", "name", "kind", "category", "manager", "step", "stuckSince", "stuckReason", "overdue"],
	...["net", "before", "beforeDays", "growth"],
] as const;

export type PortfolioWords = {
	column: (column: string) => string;
	items: (what: "done" | "required", step: Step) => string;
	kind: (kind: PortfolioRow["kind"]) => string;
	reason: (reason: NonNullable<PortfolioRow["stuckReason"]>) => string;
};

function renderLine(cells: readonly string[]): string {
	return `${cells.join(",")}\r\n`;
}

/** The list as a file: exact amounts in yuan, growth in per cent, and every step's required items, done and in all. */
export function renderPortfolio(rows: readonly PortfolioRow[], words: PortfolioWords): string {
	const items = steps.flatMap((step) => [words.items("done", step), words.items("required", step)]);
	const header = [...portfolioColumns.map(words.column), ...items].map(safeCell);
	return byteOrderMark + renderLine(header) + rows.map((row) => renderRow(row, words)).join("");
}

function renderRow(row: PortfolioRow, words: PortfolioWords): string {
	const year = compareYear(row);
	const bps = year.kind === "CHANGE" ? year.change.bps : null;
	const items = steps.flatMap((step) => {
		const own = row.steps?.find((one) => one.step === step);
		return [String(own?.done ?? ""), String(own?.required ?? "")];
	});
	return renderLine([
		...[row.id, row.name, words.kind(row.kind), row.category, row.managerName ?? ""].map(safeCell),
		...[String(row.step ?? ""), row.stuckSince ?? ""],
		safeCell(row.stuckReason ? words.reason(row.stuckReason) : ""),
		...[String(row.overdue), fenToDecimal(row.netFen)],
		...[row.beforeFen === null ? "" : fenToDecimal(row.beforeFen), String(row.beforeDays)],
		bps === null ? "" : (bps / 100).toFixed(2),
		...items,
	]);
}
