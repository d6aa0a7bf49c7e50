import type { BandForecast } from "@/lib/domains/programme/rules/forecast/types";
import type { OpenForecast } from "@/lib/domains/programme/types/forecast";
import { formatCount, formatDate } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import type { Messages } from "@/lib/platform/i18n/messages";
import { addDays } from "@/lib/platform/time";

type Key =
	| `summary.${keyof Messages["forecast"]["summary"] & string}`
	| `probability.${keyof Messages["forecast"]["probability"] & string}`;

/** The forecast's words in the reader's language, for pages, files and pictures alike. */
export type ForecastSpeech = {
	readonly t: (key: Key, values?: Record<string, string>) => string;
	readonly locale: Locale;
};

/** A whole percentage; what 10,000 paths cannot tell from impossible or certain says so instead. What is met is 100%. */
export function probabilityText(probability: number, { t }: ForecastSpeech, isMet = false): string {
	if (isMet) return "100%";
	if (probability < 0.01) return t("probability.less");
	if (probability > 0.99) return t("probability.more");
	return `${formatCount(Math.round(probability * 100))}%`;
}

/** What a band may be read from: its forecast, unless there is none or it answers other targets. */
export function bandForecastOf({ head, state }: OpenForecast, code: string): BandForecast | null {
	if (state === "none" || state === "changed") return null;
	return head?.result.bands.find((one) => one.code === code) ?? null;
}

/**
 * "80% 区间：43–46 家 · 达到 100 家的概率：低于 1%" for one band; says so where there is no forecast, where it is not about
 * these targets any more, and where the programme is over.
 */
export function forecastInWords(forecast: OpenForecast, code: string, words: ForecastSpeech): string {
	const { t, locale } = words;
	const { head, state } = forecast;
	const band = bandForecastOf(forecast, code);
	if (!head || !band) return t(state === "changed" ? "summary.changed" : "summary.none");
	const isOver = addDays(head.asOf, 1) >= head.range.to;
	const said = isOver ? t("summary.over") : summarise(band, words);
	return state === "old" ? `${said} · ${t("summary.old", { day: formatDate(head.asOf, locale) })}` : said;
}

function summarise({ inBand, target }: BandForecast, words: ForecastSpeech): string {
	const { t } = words;
	const { low, high, now, probability } = inBand;
	const range =
		low === high
			? t("summary.certain", { count: formatCount(low) })
			: t("summary.interval", { low: formatCount(low), high: formatCount(high) });
	const chance =
		now >= target
			? t("summary.met", { target: formatCount(target) })
			: t("summary.probability", {
					target: formatCount(target),
					probability: probabilityText(probability, words),
				});
	return `${range} · ${chance}`;
}
