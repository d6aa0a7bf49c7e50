import {
	type Box,
	type Ink,
	linePath,
	niceCeiling,
	type Scene,
	type Shape,
	text,
} from "@/lib/domains/programme/rules/draw/scene";
import type { Band, BandMonth } from "@/lib/domains/programme/types/dashboard";
import type { Month } from "@/lib/platform/time";

export type HistoryWords = { month: (month: Month) => string; band: (band: Band) => string };

const inks: readonly Ink[] = ["chart-2", "chart-1", "chart-3", "chart-5"];

/** A band's colour in every picture: the highest has the brightest. */
export function inkOfBand(index: number): Ink {
	return inks[index % inks.length] ?? "chart-1";
}

/** Partners in each band at every month's end as one line a band, dashed where a straight line to its target would be. */
export function drawHistory(
	history: readonly BandMonth[],
	bands: readonly Band[],
	words: HistoryWords,
	box: Box,
	fontSize = 11,
): Scene {
	// What stands around the plot is as large as its letters.
	const margin = { top: fontSize * 2.4, right: fontSize * 1.4, bottom: fontSize * 2.1, left: fontSize * 2.9 };
	const plot = {
		x: box.x + margin.left,
		y: box.y + margin.top,
		width: box.width - margin.left - margin.right,
		height: box.height - margin.top - margin.bottom,
	};
	const weight = Math.max(2.5, fontSize / 8);
	const most = Math.max(0, ...history.flatMap((one) => bands.flatMap((band) => valuesOf(one, band))));
	const top = niceCeiling(most);
	// A month's figure stands at its end: the axis begins with nothing at the programme's first day.
	const toX = (index: number) => plot.x + (plot.width * index) / Math.max(1, history.length);
	const toY = (value: number) => plot.y + plot.height * (1 - value / top);
	const shapes: Shape[] = [
		...drawGrid(plot, top, fontSize),
		...drawMonths(history, words, plot, toX, fontSize),
	];
	bands.forEach((band, index) => {
		const ink = inkOfBand(index);
		const left = plot.x + (index * plot.width) / bands.length;
		const pointsOf = (pick: (month: BandMonth) => number) =>
			[0, ...history.map(pick)].map((value, at) => [toX(at), toY(value)] as const);
		const now = pointsOf((month) => month.counts[band.code] ?? 0);
		const due = pointsOf((month) => (month.expectedTenths[band.code] ?? 0) / 10);
		shapes.push(
			{
				kind: "path",
				d: linePath(due),
				stroke: ink,
				width: weight * 0.6,
				dash: [weight * 1.6, weight * 1.6],
				opacity: 0.75,
			},
			{ kind: "path", d: linePath(now), stroke: ink, width: weight },
			{
				kind: "rect",
				x: left,
				y: box.y + fontSize * 0.45,
				width: fontSize * 1.3,
				height: weight * 1.2,
				fill: ink,
			},
			text(left + fontSize * 1.7, box.y + fontSize * 0.95, words.band(band), fontSize, "ink-soft"),
		);
	});
	return { width: box.width, height: box.height, shapes };
}

function valuesOf(month: BandMonth, band: Band): number[] {
	return [month.counts[band.code] ?? 0, (month.expectedTenths[band.code] ?? 0) / 10];
}

function drawGrid(plot: Box, top: number, size: number): Shape[] {
	const lines = [0, 0.5, 1].map((part) => plot.y + plot.height * (1 - part));
	const d = lines
		.map((y) =>
			linePath([
				[plot.x, y],
				[plot.x + plot.width, y],
			]),
		)
		.join("");
	return [
		{ kind: "path", d, stroke: "line", width: 1 },
		...[0, top / 2, top].map((value, index) =>
			text(plot.x - 6, (lines[index] ?? 0) + size / 3, String(value), size, "ink-faint", { anchor: "end" }),
		),
	];
}

function drawMonths(
	history: readonly BandMonth[],
	words: HistoryWords,
	plot: Box,
	toX: (index: number) => number,
	size: number,
): Shape[] {
	const every = Math.max(1, Math.ceil((history.length * size * 4.6) / Math.max(1, plot.width)));
	return history.flatMap(({ month }, index) =>
		(history.length - 1 - index) % every === 0
			? [
					text(toX(index + 1), plot.y + plot.height + size * 1.6, words.month(month), size, "ink-faint", {
						anchor: "end",
					}),
				]
			: [],
	);
}
