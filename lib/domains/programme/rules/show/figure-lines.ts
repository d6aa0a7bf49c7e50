import { nameRegion } from "@/lib/domains/admission/rules/regions";
import type { FigureLine } from "@/lib/domains/programme/rules/render-files";
import { factsOf } from "@/lib/domains/programme/rules/show/facts";
import { bandForecastOf } from "@/lib/domains/programme/rules/show/forecast";
import { bandName, poolParts, trackName } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeWords } from "@/lib/domains/programme/rules/show/words";
import type { PacedSlice, ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import type { OpenForecast } from "@/lib/domains/programme/types/forecast";
import { fenToDecimal } from "@/lib/platform/money";
import { addDays } from "@/lib/platform/time";

type Cell = readonly [figure: string, value: string | number, unit?: string];

function linesOf(section: string, item: string, cells: readonly Cell[]): FigureLine[] {
	return cells.map(([figure, value, unit = ""]) => ({ section, item, figure, value: String(value), unit }));
}

/** Every figure of the dashboard with its exact value: amounts in yuan, impressions as they are counted. */
export function figureLines(dashboard: ProgrammeDashboard, words: ProgrammeWords): FigureLine[] {
	const { overview, tracks } = dashboard;
	const { t, locale } = words;
	return [
		...programmeLines(dashboard, words),
		...bandLines(dashboard, words),
		...factsOf(dashboard, words).flatMap(({ label, fen }) =>
			linesOf(t("tabs.overview"), "", [[label, fenToDecimal(fen), "CNY"]]),
		),
		...linesOf(t("tabs.overview"), "", [[t("file.sum"), fenToDecimal(overview.targetFen), "CNY"]]),
		...overview.byTrack.flatMap((slice) =>
			sliceLines("track", slice, trackName(tracks, slice.key, locale), words),
		),
		...overview.byRegion.flatMap((slice) =>
			sliceLines("region", slice, nameRegion(slice.key, locale), words),
		),
		...historyLines(dashboard, words),
		...nearLines(dashboard, words),
		...crossingLines(dashboard, words),
		...poolLines(dashboard, words),
	];
}

function programmeLines(
	{ terms, asOf, pace }: ProgrammeDashboard,
	{ t, locale }: ProgrammeWords,
): FigureLine[] {
	const name = locale === "en" ? terms.nameEn : terms.nameZh;
	return linesOf(t("file.programme"), name, [
		[t("file.from"), terms.range.from],
		[t("file.to"), addDays(terms.range.to, -1)],
		[t("file.asOf"), asOf ?? ""],
		[t("file.elapsed"), pace.elapsedDays, t("file.daysUnit")],
		[t("file.days"), pace.totalDays, t("file.daysUnit")],
	]);
}

/** Of the forecast only what still answers for these targets. */
function forecastCells(forecast: OpenForecast, code: string, { t }: ProgrammeWords): Cell[] {
	const inBand = bandForecastOf(forecast, code)?.inBand;
	if (!inBand) return [];
	const unit = t("file.partnersUnit");
	return [
		[t("file.forecastLow"), inBand.low, unit],
		[t("file.forecastMiddle"), inBand.middle, unit],
		[t("file.forecastHigh"), inBand.high, unit],
		[t("file.forecastChance"), inBand.probability.toFixed(4)],
		[t("file.forecastAsOf"), forecast.head?.asOf ?? ""],
	];
}

function bandLines({ overview, forecast }: ProgrammeDashboard, words: ProgrammeWords): FigureLine[] {
	const { t, locale } = words;
	const unit = t("file.partnersUnit");
	return overview.bands.flatMap(({ band, count, expectedTenths, projectedCount, reachedThisMonth }) =>
		linesOf(t("report.band"), bandName(band, locale), [
			[t("file.count"), count, unit],
			[t("file.target"), band.targetCount, unit],
			[t("file.expected"), (expectedTenths / 10).toFixed(1), unit],
			[t("file.projected"), projectedCount, unit],
			[t("file.reached"), reachedThisMonth, unit],
			...forecastCells(forecast, band.code, words),
		]),
	);
}

function sliceLines(
	by: "track" | "region",
	slice: PacedSlice,
	name: string,
	{ t }: ProgrammeWords,
): FigureLine[] {
	return linesOf(t(`slices.${by}`), name, [
		[t("slices.partners"), slice.partners, t("file.partnersUnit")],
		[t("slices.net"), fenToDecimal(slice.netFen), "CNY"],
		[t("slices.expected"), fenToDecimal(slice.expectedFen), "CNY"],
		[t("file.ahead"), fenToDecimal(slice.aheadFen), "CNY"],
	]);
}

function historyLines({ overview, terms }: ProgrammeDashboard, { t, locale }: ProgrammeWords): FigureLine[] {
	return overview.history.flatMap(({ month, counts }) =>
		linesOf(
			t("history.title"),
			month,
			terms.bands.map(
				(band) => [bandName(band, locale), counts[band.code] ?? 0, t("file.partnersUnit")] as const,
			),
		),
	);
}

function nearLines({ overview }: ProgrammeDashboard, { t }: ProgrammeWords): FigureLine[] {
	return overview.near.flatMap(({ standing, gapFen, neededPer30DaysFen: need }) =>
		linesOf(t("near.title"), standing.name, [
			[t("near.gap"), fenToDecimal(gapFen), "CNY"],
			[t("near.need"), need === null ? "" : fenToDecimal(need), "CNY"],
		]),
	);
}

function crossingLines({ overview }: ProgrammeDashboard, { t, locale }: ProgrammeWords): FigureLine[] {
	return overview.crossings.flatMap(({ standing, to, netFen }) =>
		linesOf(t("crossings.none"), standing.name, [
			[to ? bandName(to, locale) : t("bands.below"), fenToDecimal(netFen), "CNY"],
		]),
	);
}

function poolLines({ pools }: ProgrammeDashboard, { t, locale }: ProgrammeWords): FigureLine[] {
	return pools.flatMap((pool) => {
		const inFen = pool.unit === "FEN";
		const amount = (value: bigint) => (inFen ? fenToDecimal(value) : value.toString());
		const unit = inFen ? "CNY" : t("file.impressionsUnit");
		const parts = ["total", ...poolParts, "available"] as const;
		return linesOf(
			t("pools.pool"),
			locale === "en" ? pool.nameEn : pool.nameZh,
			parts.map((part) => [t(`pools.${part}`), amount(pool[part]), unit] as const),
		);
	});
}
