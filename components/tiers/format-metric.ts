import type { Comparison, MetricUnit } from "@/lib/domains/tiers/constants";
import {
	type CompactFigure,
	formatBps,
	formatCompactFen,
	formatCount,
	formatScoreBps,
} from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

function plain(text: string): CompactFigure {
	return { text, number: text, unit: "", exact: text };
}

/** A metric's value, threshold or gap: an integer in its unit, as the receipt holds it. */
export function formatMetric(value: string, unit: MetricUnit, locale: Locale): CompactFigure {
	if (unit === "fen") return formatCompactFen(BigInt(value), locale);
	if (unit === "score") return plain(formatScoreBps(Number(value)));
	return plain(unit === "bps" ? formatBps(Number(value)) : formatCount(Number(value)));
}

const signs: Record<Comparison, string> = { ">=": "≥", ">": ">", "<=": "≤" };

export function signOf(comparison: Comparison): string {
	return signs[comparison];
}
