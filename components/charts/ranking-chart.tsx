"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { ChartFrame, type ChartFrameProps } from "./chart-frame";
import { type ChartFormat, type ChartTone, formatExact } from "./series";
import type { TrendMark } from "./trend-plot";

const RankingPlot = dynamic(() => import("./ranking-plot").then((module) => module.RankingPlot), {
	ssr: false,
	loading: () => <Skeleton className="h-72 w-full" />,
});

export type RankingItem = { key: string; label: string; value: number; tone?: ChartTone };

export type RankingChartProps = Pick<ChartFrameProps, "title" | "description" | "actions" | "className"> & {
	/** In the order to be shown, at most 50. */
	items: readonly RankingItem[];
	format: ChartFormat;
	valueLabel: string;
	/** Lines to be reached, such as 10亿. */
	marks?: readonly TrendMark[];
};

/** Horizontal bars, one per name. */
export function RankingChart({ items, format, valueLabel, marks = [], ...frame }: RankingChartProps) {
	const t = useTranslations("common.chart");
	const rows = items.map((item) => ({ key: item.key, cells: [item.label, formatExact(item.value, format)] }));
	return (
		<ChartFrame {...frame} table={{ columns: [t("category"), valueLabel], rows }}>
			<RankingPlot title={frame.title} items={items} format={format} valueLabel={valueLabel} marks={marks} />
		</ChartFrame>
	);
}
