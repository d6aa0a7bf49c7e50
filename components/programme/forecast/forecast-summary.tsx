import type { BandForecast } from "@/lib/domains/programme/rules/forecast/types";
import type { ForecastHead, ForecastState } from "@/lib/domains/programme/types/forecast";
import { formatCount, formatDate } from "@/lib/platform/format";
import { addDays } from "@/lib/platform/time";
import { type ForecastWords, probabilityText } from "./words";

/**
 * "80% 区间：43–46 家 · 达到 100 家的概率：低于 1%" for one band, in two elements and without a script; says so where there is
 * no forecast, where it is not about these targets any more, and where the programme is over.
 */
export function ForecastSummary({
	head,
	state,
	code,
	words,
	className,
}: {
	head: ForecastHead | null;
	state: ForecastState;
	code: string;
	words: ForecastWords;
	className?: string;
}) {
	const { t, locale } = words;
	const band = head?.result.bands.find((one) => one.code === code);
	if (!head || !band || state === "none") return <p className={className}>{t("summary.none")}</p>;
	if (state === "changed") return <p className={className}>{t("summary.changed")}</p>;
	const isOver = addDays(head.asOf, 1) >= head.range.to;
	return (
		<p className={className}>
			{isOver ? t("summary.over") : summarise(band, words)}
			{state === "old" && <> · {t("summary.old", { day: formatDate(head.asOf, locale) })}</>}
		</p>
	);
}

function summarise({ inBand, target }: BandForecast, words: ForecastWords): string {
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
