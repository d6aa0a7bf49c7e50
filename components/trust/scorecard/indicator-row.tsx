import { Badge, type BadgeTone } from "@/components/ui/badge";
import { indicators } from "@/lib/domains/trust/constants/scorecard";
import { readValue } from "@/lib/domains/trust/rules/scorecard/scorecard";
import type { IndicatorReading } from "@/lib/domains/trust/types/scorecard";
import type { ShopScorecard } from "@/lib/domains/trust/types/scorecard-views";
import type { Translations } from "@/lib/platform/i18n/messages";
import { Sparkline } from "./sparkline";
import { sayScore, sayValue } from "./words";

const tones: Record<IndicatorReading["trend"], BadgeTone> = {
	better: "success",
	worse: "danger",
	steady: "neutral",
	unknown: "neutral",
};

type Props = {
	reading: IndicatorReading;
	weeks: ShopScorecard["weeks"];
	t: Translations<"scorecard">;
	rules: Translations<"trustrules">;
};

/** One indicator: what it is, where it comes from, its value and score, its way and what is usual among peers. */
export function IndicatorRow({ reading, weeks, t, rules }: Props) {
	const indicator = indicators.find(({ code }) => code === reading.code);
	if (!indicator) return null;
	const { code, unit, source } = indicator;
	const { value, score, why, trend, peersMedian } = reading;
	const name = rules(`indicator.${code}`);
	return (
		<li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
			<div className="min-w-0 max-w-xl flex-1 basis-64">
				<p className="font-medium text-ink text-sm">{name}</p>
				<p className="text-ink-soft text-xs">{rules(`definition.${code}`)}</p>
				<p className="text-ink-faint text-xs">{t("source", { source: rules(`source.${source}`) })}</p>
			</div>
			<Sparkline
				label={t("sparkline", { name })}
				values={weeks.map(({ counts }) => readValue(indicator, counts[code]))}
			/>
			<div className="min-w-36 text-right text-sm">
				{value === null || score === null ? (
					<Badge tone="neutral">{t(`why.${why === "KNOWN" ? "NOT_ENOUGH" : why}`)}</Badge>
				) : (
					<p className="figure font-semibold">
						{sayValue(t, unit, value)} · {t("points", { score: sayScore(score) })}
					</p>
				)}
				<p className="mt-1 flex flex-wrap items-center justify-end gap-2 text-ink-faint text-xs">
					{value !== null && <Badge tone={tones[trend]}>{t(`trend.${trend}`)}</Badge>}
					{peersMedian === null ? t("noPeers") : t("peers", { value: sayValue(t, unit, peersMedian) })}
				</p>
			</div>
		</li>
	);
}
