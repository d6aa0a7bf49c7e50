import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import type { WholeEffectRow } from "@/lib/domains/trust/types/repurchase";

export const effectColumns = [
	...(["shopCode", "shopName", "guarantee", "window", "used", "others", "usedShare", "othersShare"] as const),
	...(["difference", "low", "high", "unmatched", "notOver", "strata"] as const),
] as const;
export type EffectColumn = (typeof effectColumns)[number];

export type EffectWords = {
	column: (column: EffectColumn) => string;
	guarantee: (guarantee: WholeEffectRow["guarantee"]) => string;
	/** What all shops together are called. */
	all: string;
};

const percent = (share: number | null) => (share === null ? "" : (share * 100).toFixed(2));

/** The report as a file: shares, differences and their intervals in per cent, empty where there is not enough to say. */
export function renderEffects(rows: readonly WholeEffectRow[], words: EffectWords): string {
	const lines = rows.map((row) =>
		[
			...[row.shopCode ?? "", row.shopId === 0 ? words.all : (row.shopName ?? "")].map(safeCell),
			safeCell(words.guarantee(row.guarantee)),
			...[row.window, row.used, row.others].map(String),
			...[row.usedShare, row.othersShare, row.difference, row.low, row.high].map((share) =>
				percent(row.isEnough ? share : null),
			),
			...[row.unmatched, row.notOver, row.strata].map(String),
		].join(","),
	);
	const header = effectColumns.map((column) => safeCell(words.column(column))).join(",");
	return byteOrderMark + [header, ...lines].map((line) => `${line}\r\n`).join("");
}
