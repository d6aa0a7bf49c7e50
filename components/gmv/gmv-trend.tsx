import { TrendChart } from "@/components/charts/trend-chart";
import { formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type MonthGmv = { month: string; paidFen: bigint; refundedFen: bigint };

/** Attributed GMV by month: net as the area, paid and refunded as lines. */
export async function GmvTrend({ months }: { months: readonly MonthGmv[] }) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	return (
		<TrendChart
			title={t("partner.gmvTrend")}
			description={t("partner.gmvNote")}
			axisLabel={t("partner.month")}
			format="fen"
			series={[
				{ key: "net", label: t("partner.net"), tone: 1, look: "area" },
				{ key: "paid", label: t("partner.paid"), tone: 3, look: "line" },
				{ key: "refunded", label: t("partner.refunded"), tone: 5, look: "dashed" },
			]}
			points={months.map(({ month, paidFen, refundedFen }) => ({
				key: month,
				label: formatMonth(month, locale, { short: true }),
				values: { net: Number(paidFen - refundedFen), paid: Number(paidFen), refunded: Number(refundedFen) },
			}))}
		/>
	);
}
