import type { StandardResult } from "@/lib/domains/admission/types";
import { formatCompactFen, formatCount, formatScoreBps } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

/** A standard's figure as people read it: 100000000 fen → ¥100万, 6000 → 60. */
export function describeFigure(value: string, unit: StandardResult["unit"], locale: Locale): string {
	if (unit === "fen") return formatCompactFen(BigInt(value), locale).text;
	// A line of 60 reads 60; a score of 60.40 keeps its decimals.
	return unit === "score" ? formatScoreBps(Number(value)).replace(/\.00$/, "") : formatCount(Number(value));
}

/** The words of a standard; one asked a second time, of other tracks (`staff_count_2`), reads like the first. */
export function standardKey(standardId: string) {
	return `standards.${standardId.replace(/_\d+$/, "")}` as "standards.company_age";
}
