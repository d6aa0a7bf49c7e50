import { TrendChart } from "@/components/charts/trend-chart";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { type CurveGrain, curveGrains } from "@/lib/domains/programme/rules/curve";
import type { CurvePoint } from "@/lib/domains/programme/types/dashboard";
import { formatDate, formatMonth } from "@/lib/platform/format";
import type { Words } from "./words";

/** Net GMV of the platform by day or month, and the part of shops bound to nobody. */
export function GmvCurve({
	curve,
	grain,
	hrefOf,
	words: { t, locale },
}: {
	curve: readonly CurvePoint[];
	grain: CurveGrain;
	hrefOf: (grain: CurveGrain) => string;
	words: Words;
}) {
	const points = curve.map((point) => ({
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
						href: hrefOf(one),
						label: labels[one],
						isCurrent: one === grain,
					}))}
				/>
			}
		/>
	);
}
