import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { drawHistory } from "@/lib/domains/programme/rules/draw/draw-history";
import { drawSlices, SLICE_ROW } from "@/lib/domains/programme/rules/draw/draw-slices";
import { type Scene, type Shape, text } from "@/lib/domains/programme/rules/draw/scene";
import { factsOf } from "@/lib/domains/programme/rules/show/facts";
import { forecastInWords } from "@/lib/domains/programme/rules/show/forecast";
import {
	bandName,
	describePeriod,
	formatLean,
	formatTenths,
	historyWords,
	signedCompact,
	trackName,
} from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeWords } from "@/lib/domains/programme/rules/show/words";
import type { Picture } from "@/lib/domains/programme/schema";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatCompactFen, formatCount } from "@/lib/platform/format";

const WIDTH = 1280;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const HEAD = 112;

/** A picture to be saved: what it shows, of which programme, and as of when stand in it. */
export function drawPicture(picture: Picture, dashboard: ProgrammeDashboard, words: ProgrammeWords): Scene {
	const { t } = words;
	if (picture === "dashboard") return drawDashboard(dashboard, words);
	if (picture === "history") {
		const box = { x: MARGIN, y: HEAD, width: INNER, height: 460 };
		const scene = drawHistory(
			dashboard.overview.history,
			dashboard.terms.bands,
			historyWords(words.locale),
			box,
			14,
		);
		return frame(t("history.picture"), dashboard, words, HEAD + 460 + 24, scene.shapes);
	}
	return drawSlicePicture(picture, dashboard, words);
}

function drawSlicePicture(
	picture: "tracks" | "regions",
	dashboard: ProgrammeDashboard,
	words: ProgrammeWords,
): Scene {
	const { overview, tracks } = dashboard;
	const { t, locale } = words;
	const slices = picture === "tracks" ? overview.byTrack : overview.byRegion;
	const name = (key: string) =>
		picture === "tracks" ? trackName(tracks, key, locale) : nameRegion(key, locale);
	const amount = (fen: bigint) => signedCompact(fen, locale);
	const box = { x: MARGIN, y: HEAD, width: INNER, height: 0 };
	const { shapes } = drawSlices(slices, { name, amount, share: formatLean }, box);
	return frame(t(`slices.${picture}`), dashboard, words, HEAD + slices.length * SLICE_ROW + 32, shapes);
}

function frame(
	title: string,
	dashboard: ProgrammeDashboard,
	words: ProgrammeWords,
	height: number,
	shapes: readonly Shape[],
): Scene {
	const { terms } = dashboard;
	const name = words.locale === "en" ? terms.nameEn : terms.nameZh;
	return {
		width: WIDTH,
		height,
		shapes: [
			text(MARGIN, 56, title, 26, "ink", { weight: 600 }),
			text(MARGIN, 84, `${name} · ${describePeriod(dashboard, words)}`, 14, "ink-faint"),
			...shapes,
		],
	};
}

function drawDashboard(dashboard: ProgrammeDashboard, words: ProgrammeWords): Scene {
	const { overview, terms } = dashboard;
	const name = words.locale === "en" ? terms.nameEn : terms.nameZh;
	const box = { x: MARGIN, y: 430, width: INNER, height: 340 };
	const history = drawHistory(overview.history, terms.bands, historyWords(words.locale), box, 14);
	const shapes = [...drawBands(dashboard, words), ...drawFacts(dashboard, words), ...history.shapes];
	return frame(name, dashboard, words, 800, shapes);
}

function drawBands({ overview, forecast }: ProgrammeDashboard, words: ProgrammeWords): Shape[] {
	const { t, locale } = words;
	const width = INNER / Math.max(1, overview.bands.length);
	return overview.bands.flatMap(({ band, count, expectedTenths }, index): Shape[] => {
		const x = MARGIN + index * width;
		const bar = width - 40;
		const span = Math.max(band.targetCount, count, 1);
		return [
			text(x, 132, bandName(band, locale), 16, "ink-soft"),
			text(x, 196, formatCount(count), 60, "ink", { weight: 600 }),
			text(x + bar, 196, t("bands.of", { target: formatCount(band.targetCount) }), 18, "ink-faint", {
				anchor: "end",
			}),
			{ kind: "rect", x, y: 214, width: bar, height: 16, fill: "surface-sunken" },
			{
				kind: "rect",
				x,
				y: 214,
				width: Math.round((bar * count) / span),
				height: 16,
				fill: index === 0 ? "chart-2" : "chart-1",
			},
			{
				kind: "rect",
				x: Math.round(x + (bar * expectedTenths) / 10 / span),
				y: 208,
				width: 2,
				height: 28,
				fill: "ink",
			},
			text(x, 258, t("bands.expected", { expected: formatTenths(expectedTenths) }), 15, "ink-soft"),
			text(x, 282, forecastInWords(forecast, band.code, words.forecast), 15, "ink-soft"),
		];
	});
}

function drawFacts(dashboard: ProgrammeDashboard, words: ProgrammeWords): Shape[] {
	const facts = factsOf(dashboard, words);
	const width = INNER / facts.length;
	return facts.flatMap(({ label, fen, note }, index) => [
		text(MARGIN + index * width, 316, label, 14, "ink-soft"),
		text(MARGIN + index * width, 350, formatCompactFen(fen, words.locale).text, 26, "ink", { weight: 600 }),
		text(MARGIN + index * width, 376, note, 12, "ink-faint"),
	]);
}
