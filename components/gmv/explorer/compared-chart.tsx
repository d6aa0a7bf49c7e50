import { TrendChart } from "@/components/charts/trend-chart";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ChartChoices } from "./chart-choices";
import type { ExplorerSide } from "./explorer-href";
import { rangeText } from "./range-text";

/** The whole of the period against the one before it or a year before, place by place. */
export async function ComparedChart({ explored, side }: { explored: Explored; side: ExplorerSide }) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const { compared, grain, filter } = explored;
	const isYear = filter.compare === "yearBefore";
	const earlier = t(isYear ? "compare.thenYearBefore" : "compare.thenBefore");
	const label = (bucket: string | null) => {
		if (bucket === null) return "–";
		return grain === "month"
			? formatMonth(bucket.slice(0, 7), locale, { short: true })
			: formatDate(bucket, locale);
	};
	const points = (compared ?? []).map((point, index) => ({
		key: String(index),
		label: label(point.now),
		values: {
			now: point.now === null ? null : Number(point.nowFen),
			earlier: point.earlier === null ? null : Number(point.earlierFen),
		},
	}));
	const axis = { day: t("grain.axisDay"), week: t("grain.axisWeek"), month: t("grain.axisMonth") }[grain];
	return (
		<TrendChart
			title={t("compare.title", { measure: t(`measure.${filter.measure}`), earlier })}
			description={t("compare.hint", {
				range: rangeText(isYear ? explored.yearBefore : explored.before, locale),
			})}
			axisLabel={axis}
			format="fen"
			points={points}
			series={[
				{ key: "now", label: t("compare.now"), tone: 1, look: "line" },
				{ key: "earlier", label: earlier, tone: 6, look: "dashed" },
			]}
			actions={<ChartChoices explored={explored} side={side} />}
		/>
	);
}
