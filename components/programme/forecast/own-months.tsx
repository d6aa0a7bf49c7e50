import { TrendChart } from "@/components/charts/trend-chart";
import type { OwnProgramme } from "@/lib/domains/programme/types/forecast-page";
import { formatMonth } from "@/lib/platform/format";
import type { ForecastWords } from "./words";

/** The partner's own months with the pace it needs, as chart and table. */
export function OwnMonths({ own, words: { t, locale } }: { own: OwnProgramme; words: ForecastWords }) {
	const needed = own.target?.neededPer30DaysFen ?? null;
	const isOpen = needed !== null && needed > 0n;
	return (
		<TrendChart
			title={t("own.monthsTitle")}
			description={isOpen ? t("own.monthsNote") : undefined}
			axisLabel={t("own.monthsAxis")}
			format="fen"
			points={own.standing.months.map(({ month, netFen }) => ({
				key: month,
				label: formatMonth(month, locale, { short: true }),
				values: { net: Number(netFen), ...(isOpen && { needed: Number(needed) }) },
			}))}
			series={[
				{ key: "net", label: t("own.monthsSeries"), tone: 1, look: "area" },
				...(isOpen
					? [{ key: "needed", label: t("own.needed"), tone: 4 as const, look: "dashed" as const }]
					: []),
			]}
		/>
	);
}
