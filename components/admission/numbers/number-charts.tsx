import { RankingChart } from "@/components/charts/ranking-chart";
import type { ChartTone } from "@/components/charts/series";
import { TrendChart } from "@/components/charts/trend-chart";
import { minimumScorePairs } from "@/lib/domains/admission/rules/agreement-statistics";
import type { AdmissionNumbers } from "@/lib/domains/admission/rules/decision-times-report";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

const tones: Partial<Record<string, ChartTone>> = { d10: 4, more: 5 };

/** Times by month beside what waits now. */
export async function NumberCharts({ byMonth, ages, today }: AdmissionNumbers) {
	const [t, locale] = await Promise.all([getTranslations("numbers"), getLocale()]);
	const isEmpty = byMonth.every(({ numbers }) => numbers.concluded === 0);
	return (
		<div className="grid gap-4 xl:grid-cols-2">
			<TrendChart
				title={t("times.title")}
				description={t("times.description")}
				axisLabel={t("times.axis")}
				format="score"
				series={[
					{ key: "median", label: t("times.median"), tone: 1 },
					{ key: "p90", label: t("times.p90"), tone: 2, look: "dashed" },
				]}
				points={(isEmpty ? [] : byMonth).map(({ month, numbers }) => ({
					key: month,
					label: formatMonth(month, locale, { short: true }),
					values: { median: numbers.medianDays, p90: numbers.p90Days },
				}))}
			/>
			<RankingChart
				title={t("ages.title")}
				description={t("ages.description", { date: formatDate(today, locale) })}
				valueLabel={t("ages.value")}
				format="count"
				items={ages.map(({ key, count }) => ({
					key,
					label: t(`ages.${key}`),
					value: count,
					tone: tones[key],
				}))}
			/>
		</div>
	);
}

/**
 * Each reviewer's agreement with the others over time. At most six lines can be told apart: those with most pairs, of
 * whom at least one month has enough of them.
 */
export async function AgreementTrend({ agreement, agreementByMonth, names }: AdmissionNumbers) {
	const [t, locale] = await Promise.all([getTranslations("numbers"), getLocale()]);
	if ((agreement[0]?.pairs ?? 0) === 0) return null;
	const figureOf = (byReviewer: (typeof agreementByMonth)[number]["byReviewer"], id: string) => {
		const found = byReviewer[id];
		return found?.status === "value" ? found.value * 100 : null;
	};
	const reviewers = agreement
		.flatMap(({ reviewerId }) => reviewerId ?? [])
		.filter((id) => agreementByMonth.some(({ byReviewer }) => figureOf(byReviewer, id) !== null))
		.slice(0, 6);
	const points = agreementByMonth.map(({ month, byReviewer }) => ({
		key: month,
		label: formatMonth(month, locale, { short: true }),
		values: Object.fromEntries(reviewers.map((id) => [id, figureOf(byReviewer, id)])),
	}));
	return (
		<TrendChart
			title={t("agreement.trendTitle")}
			description={t("agreement.trendText")}
			axisLabel={t("agreement.trendAxis")}
			format="score"
			empty={{
				title: t("agreement.trendEmpty"),
				description: t("agreement.trendEmptyText", { scores: minimumScorePairs }),
			}}
			series={reviewers.map((id, index) => ({
				key: id,
				label: names.get(id) ?? id,
				tone: (index + 1) as ChartTone,
			}))}
			points={reviewers.length === 0 ? [] : points}
		/>
	);
}
