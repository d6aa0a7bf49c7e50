"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { ChartFrame, type ChartFrameProps } from "./chart-frame";
import { ChartLegend } from "./chart-legend";
import { type ChartFormat, type ChartPoint, type ChartSeries, formatExact, thinPoints } from "./series";
import type { TrendMark } from "./trend-plot";

const TrendPlot = dynamic(() => import("./trend-plot").then((module) => module.TrendPlot), {
	ssr: false,
	loading: () => <Skeleton className="h-72 w-full" />,
});

export type TrendChartProps = Pick<
	ChartFrameProps,
	"title" | "description" | "actions" | "empty" | "className"
> & {
	points: readonly ChartPoint[];
	series: readonly ChartSeries[];
	format: ChartFormat;
	/** What the points are, as the head of the table's first column, such as 月份. */
	axisLabel: string;
	/** Horizontal lines to compare with, such as the 1亿 line. */
	marks?: readonly TrendMark[];
};

/** A curve over time, such as GMV by day or month. Longer series are thinned to 400 points; the table keeps them all. */
export function TrendChart({ points, series, format, axisLabel, marks = [], ...frame }: TrendChartProps) {
	const t = useTranslations("common.state");
	const rows = points.map((point) => ({
		key: point.key,
		cells: [
			point.label,
			...series.map(({ key }) => {
				const value = point.values[key];
				return value === null || value === undefined ? t("notAvailable") : formatExact(value, format);
			}),
		],
	}));
	return (
		<ChartFrame {...frame} table={{ columns: [axisLabel, ...series.map((item) => item.label)], rows }}>
			<TrendPlot
				title={frame.title}
				points={thinPoints(points)}
				series={series}
				format={format}
				marks={marks}
			/>
			<ChartLegend series={series} />
		</ChartFrame>
	);
}
