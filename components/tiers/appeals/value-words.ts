import { formatMetric } from "@/components/tiers/format-metric";
import { metricUnits, tierMetrics } from "@/lib/domains/tiers/constants";
import { formatScoreBps } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import type { getTranslations } from "@/lib/platform/i18n/server";

type Speaker = Awaited<ReturnType<typeof getTranslations<"tierappeals">>>;

const valueKeys = [
	...tierMetrics,
	"red_lines",
	"race_score",
	"race_rank",
	"absolute_tier",
	"race_tier",
] as const;
type ValueKey = (typeof valueKeys)[number];

function isValueKey(key: string): key is ValueKey {
	return (valueKeys as readonly string[]).includes(key);
}

/** Names and shows the figures a difference is told in. */
export function valueWords(t: Speaker, locale: Locale) {
	return {
		nameOf: (key: string) => (isValueKey(key) ? t(`keys.${key}`) : key),
		show(key: string, value: string | null): string {
			if (value === null) return "–";
			const metric = tierMetrics.find((one) => one === key);
			if (metric) return formatMetric(value, metricUnits[metric], locale).text;
			if (key === "race_score") return formatScoreBps(Number(value));
			if (key === "race_rank") return t("case.rankValue", { rank: value });
			return key === "absolute_tier" || key === "race_tier" ? `T${value}` : value;
		},
	};
}
