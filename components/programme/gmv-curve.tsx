import { TrendChart } from "@/components/charts/trend-chart";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { curveGrains } from "@/lib/domains/programme/rules/curve";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { programmeHref } from "./programme-href";

/** Net GMV of the platform by day or month, and the part of shops bound to nobody. */
export async function GmvCurve({ dashboard }: { dashboard: ProgrammeDashboard }) {
	const [t, locale] = await Promise.all([getTranslations("programme"), getLocale()]);
	const { grain, trackCode } = dashboard;
	const points = dashboard.curve.map((point) => ({
		key: point.key,
		label: grain === "day" ? formatDate(point.key, locale) : formatMonth(point.key, locale, { short: true }),
		values: { net: Number(point.netFen), unattributed: Number(point.unattributedFen) },
	}));
	const labels = { day: t("curve.byDay"), month: t("curve.byMonth") };
	return (
		<TrendChart
			title={t("curve.title")}
			axisLabel={t(grain === "day" ? "curve.day" : "curve.month")}
			format="fen"
			points={points}
			series={[
				{ key: "net", label: t("curve.net"), tone: 1, look: "area" },
				{ key: "unattributed", label: t("curve.unattributed"), tone: 4, look: "dashed" },
			]}
			actions={
				<SegmentedLinks
					label={t("curve.grain")}
					links={curveGrains.map((one) => ({
						href: programmeHref({ track: trackCode, by: one }),
						label: labels[one],
						isCurrent: one === grain,
					}))}
				/>
			}
		/>
	);
}
