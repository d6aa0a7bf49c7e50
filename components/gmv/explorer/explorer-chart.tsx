import type { ChartTone } from "@/components/charts/series";
import { TrendChart } from "@/components/charts/trend-chart";
import { listBuckets } from "@/lib/domains/gmv/rules/explorer-range";
import { measureOf } from "@/lib/domains/gmv/rules/explorer-table";
import type { Explored } from "@/lib/domains/gmv/rules/explorer-view";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ChartChoices } from "./chart-choices";
import { ComparedChart } from "./compared-chart";
import type { ExplorerSide } from "./explorer-href";
import { openGroupNames } from "./group-names";

const others = "*";
const nobody = "-";

type Props = { explored: Explored; side: ExplorerSide };

/** The biggest groups over time, the others together, and what nobody has. */
export async function ExplorerChart({ explored, side }: Props) {
	if (explored.compared) return <ComparedChart explored={explored} side={side} />;
	const [t, locale, nameOf] = await Promise.all([
		getTranslations("explorer"),
		getLocale(),
		openGroupNames(explored),
	]);
	const { series, charted, grain, range, filter } = explored;
	const keys = new Set(series.map(({ key }) => key ?? nobody));
	const drawn = [
		...charted.map((key, index) => ({ key, label: nameOf(key), tone: (index + 1) as ChartTone })),
		...(keys.has(others)
			? [{ key: others, label: t("chart.others"), tone: 6 as ChartTone, look: "dashed" as const }]
			: []),
		...(keys.has(nobody)
			? [{ key: nobody, label: t("rows.unattributed"), tone: 4 as ChartTone, look: "dashed" as const }]
			: []),
	];
	const byBucket = Map.groupBy(series, ({ bucket }) => bucket);
	const points = listBuckets(range, grain).map((bucket) => {
		const found = new Map(byBucket.get(bucket)?.map((point) => [point.key ?? nobody, point]));
		const amountOf = (key: string) => {
			const point = found.get(key);
			return point ? Number(measureOf(point, filter.measure)) : 0;
		};
		return {
			key: bucket,
			label:
				grain === "month"
					? formatMonth(bucket.slice(0, 7), locale, { short: true })
					: formatDate(bucket, locale),
			values: Object.fromEntries(drawn.map(({ key }) => [key, amountOf(key)])),
		};
	});
	const axis = { day: t("grain.axisDay"), week: t("grain.axisWeek"), month: t("grain.axisMonth") }[grain];
	return (
		<TrendChart
			title={t("chart.title", { measure: t(`measure.${filter.measure}`) })}
			description={keys.has(others) ? t("chart.top", { count: charted.length }) : undefined}
			axisLabel={axis}
			format="fen"
			points={series.length > 0 ? points : []}
			series={drawn.map((one) => ({ look: "line", ...one }))}
			actions={<ChartChoices explored={explored} side={side} />}
		/>
	);
}
