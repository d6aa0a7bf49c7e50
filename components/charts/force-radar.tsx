"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { ChartFrame, type ChartFrameProps } from "./chart-frame";
import { ChartLegend } from "./chart-legend";
import { type ChartSeries, formatExact } from "./series";

const RadarPlot = dynamic(() => import("./radar-plot").then((module) => module.RadarPlot), {
	ssr: false,
	loading: () => <Skeleton className="h-80 w-full" />,
});

export type RadarAxis = {
	key: string;
	label: string;
	/** Sets the axis apart, as fulfilment and supply are. */
	emphasis?: boolean;
	/** Scores of 0–100 by series; null where there is none yet. */
	values: Readonly<Record<string, number | null>>;
};

export type ForceRadarProps = Pick<ChartFrameProps, "title" | "description" | "actions" | "className"> & {
	axes: readonly RadarAxis[];
	series: readonly ChartSeries[];
};

/** Scores on several axes, such as the five forces of a partner against the middle of its track. */
export function ForceRadar({ axes, series, ...frame }: ForceRadarProps) {
	const t = useTranslations("common");
	const rows = axes.map((axis) => ({
		key: axis.key,
		cells: [
			axis.label,
			...series.map(({ key }) => {
				const value = axis.values[key];
				return value === null || value === undefined ? t("state.notAvailable") : formatExact(value, "score");
			}),
		],
	}));
	return (
		<ChartFrame
			{...frame}
			table={{ columns: [t("chart.category"), ...series.map((item) => item.label)], rows }}
		>
			<RadarPlot title={frame.title} axes={axes} series={series} />
			<ChartLegend series={series} />
		</ChartFrame>
	);
}
