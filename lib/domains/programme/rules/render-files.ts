import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import type { PartnerLine } from "@/lib/domains/programme/rules/partner-list";
import type { Band } from "@/lib/domains/programme/types/dashboard";
import { fenToDecimal } from "@/lib/platform/money";

/** A figure of the dashboard with its exact value, as a line of the file. */
export type FigureLine = { section: string; item: string; figure: string; value: string; unit: string };

function renderLine(cells: readonly string[]): string {
	return `${cells.join(",")}\r\n`;
}

export function renderHeader(columns: readonly string[]): string {
	return byteOrderMark + renderLine(columns.map(safeCell));
}

/** Values are numbers and days we wrote ourselves: a minus is no formula and stays readable as a number. */
export function renderFigure({ section, item, figure, value, unit }: FigureLine): string {
	return renderLine([...[section, item, figure].map(safeCell), value, safeCell(unit)]);
}

export const partnerColumns = [
	"rank",
	"id",
	"partner",
	"track",
	"region",
	"tier",
	"band",
	"net",
	"month",
	"before",
	"projected",
	"line",
	"gap",
	"need",
] as const;

export type PartnerFileWords = {
	track: (code: string) => string;
	region: (region: string) => string;
	band: (band: Band | null) => string;
};

/** A partner with exact amounts in yuan; empty where there is no line left or no days to reach it in. */
export function renderPartner(line: PartnerLine, rank: number, words: PartnerFileWords): string {
	const { standing, band, near, projectedFen } = line;
	const need = near?.neededPer30DaysFen ?? null;
	return renderLine([
		String(rank),
		safeCell(standing.partnerId),
		safeCell(standing.name),
		safeCell(words.track(standing.trackCode)),
		safeCell(words.region(standing.region)),
		`T${standing.tier}`,
		safeCell(words.band(band)),
		fenToDecimal(standing.netFen),
		fenToDecimal(standing.lastMonthFen),
		fenToDecimal(standing.monthBeforeFen),
		fenToDecimal(projectedFen),
		near ? safeCell(words.band(near.band)) : "",
		near ? fenToDecimal(near.gapFen) : "",
		need === null ? "" : fenToDecimal(need),
	]);
}
