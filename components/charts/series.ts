import {
	formatBps,
	formatCompactCount,
	formatCompactFen,
	formatCount,
	formatFen,
	formatScore,
} from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

/**
 * What a chart's numbers are. `fen` values are whole fen as a number: exact up to 2^53, about 90万亿 CNY.
 * `bps` are basis points, `score` is 0–100.
 */
export type ChartFormat = "fen" | "count" | "bps" | "score";

/** One of the six chart colours of app/globals.css. */
export type ChartTone = 1 | 2 | 3 | 4 | 5 | 6;

export type ChartSeries = { key: string; label: string; tone: ChartTone; look?: "line" | "area" | "dashed" };

/** A place on the axis and the value of each series there; null leaves a gap. */
export type ChartPoint = { key: string; label: string; values: Readonly<Record<string, number | null>> };

export const MAX_POINTS = 400;

/** At most `limit` points, evenly picked, the first and the last always among them. */
export function thinPoints<P>(points: readonly P[], limit = MAX_POINTS): P[] {
	if (points.length <= limit) return [...points];
	const stride = (points.length - 1) / (limit - 1);
	return Array.from({ length: limit }, (_, index) => points[Math.round(index * stride)]).filter(
		(point) => point !== undefined,
	);
}

/** Where a series has a value and neither neighbour has one: a line would draw nothing there. */
export function findLonePoints(points: readonly ChartPoint[], key: string): ReadonlySet<number> {
	const has = (index: number) => typeof points[index]?.values[key] === "number";
	return new Set([...points.keys()].filter((index) => has(index) && !has(index - 1) && !has(index + 1)));
}

/** For axes and labels: short, cut and not rounded. */
export function formatShort(value: number, format: ChartFormat, locale: Locale): string {
	if (value === 0) return "0";
	switch (format) {
		case "fen":
			return formatCompactFen(BigInt(Math.trunc(value)), locale).text;
		case "count":
			return formatCompactCount(value, locale).text;
		case "bps":
			return formatBps(value);
		case "score":
			return formatScore(value).replace(/\.0$/, "");
	}
}

/** For tooltips and tables: the whole figure. */
export function formatExact(value: number, format: ChartFormat): string {
	switch (format) {
		case "fen":
			return formatFen(BigInt(Math.trunc(value)));
		case "count":
			return formatCount(value);
		case "bps":
			return formatBps(value);
		case "score":
			return formatScore(value);
	}
}

export function chartColour(tone: ChartTone): string {
	return `var(--chart-${tone})`;
}
