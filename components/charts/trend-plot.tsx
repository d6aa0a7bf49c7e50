"use client";

import {
	Area,
	CartesianGrid,
	ComposedChart,
	type DotItemDotProps,
	Line,
	ReferenceLine,
	Tooltip,
	XAxis,
	YAxis,
} from "recharts";
import { useLocale } from "use-intl";
import { axisProps, gridColour } from "./axis";
import { ChartTooltip } from "./chart-tooltip";
import {
	type ChartFormat,
	type ChartPoint,
	type ChartSeries,
	chartColour,
	findLonePoints,
	formatExact,
	formatShort,
} from "./series";

export type TrendMark = { value: number; label: string };

export type TrendPlotProps = {
	title: string;
	points: readonly ChartPoint[];
	series: readonly ChartSeries[];
	format: ChartFormat;
	marks: readonly TrendMark[];
};

export function TrendPlot({ title, points, series, format, marks }: TrendPlotProps) {
	const locale = useLocale();
	const data = points.map((point) => ({ label: point.label, ...point.values }));
	return (
		<ComposedChart
			responsive
			title={title}
			data={data}
			margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
			className="h-72 w-full"
			accessibilityLayer
		>
			<CartesianGrid vertical={false} stroke={gridColour} />
			<XAxis dataKey="label" minTickGap={28} {...axisProps} />
			<YAxis
				width={72}
				tickFormatter={(value: number) => formatShort(value, format, locale)}
				{...axisProps}
			/>
			<Tooltip
				isAnimationActive={false}
				cursor={{ stroke: "var(--line-strong)", strokeDasharray: "2 4" }}
				content={({ active, label, payload }) =>
					active && payload.length > 0 ? (
						<ChartTooltip title={String(label)} rows={describe(payload, series, format)} />
					) : null
				}
			/>
			{marks.map((mark) => (
				<ReferenceLine
					key={mark.label}
					y={mark.value}
					ifOverflow="extendDomain"
					stroke="var(--ink-faint)"
					strokeDasharray="2 6"
					label={{ value: mark.label, position: "insideTopRight", fill: "var(--ink-soft)", fontSize: 11 }}
				/>
			))}
			{series.map((item) => drawSeries(item, findLonePoints(points, item.key)))}
		</ComposedChart>
	);
}

function describe(
	payload: readonly { dataKey?: unknown; value?: unknown }[],
	series: readonly ChartSeries[],
	format: ChartFormat,
) {
	return series.flatMap((item) => {
		const value = payload.find((entry) => entry.dataKey === item.key)?.value;
		if (typeof value !== "number") return [];
		return [
			{ key: item.key, label: item.label, colour: chartColour(item.tone), text: formatExact(value, format) },
		];
	});
}

/** A point without neighbours stands as a dot, lest a month that has a figure look like one that has none. */
function drawSeries(item: ChartSeries, lone: ReadonlySet<number>) {
	const colour = chartColour(item.tone);
	const shared = {
		dataKey: item.key,
		name: item.label,
		stroke: colour,
		strokeWidth: 2,
		dot:
			lone.size > 0 &&
			(({ key, cx, cy, index }: DotItemDotProps) =>
				lone.has(index) ? <circle key={key} cx={cx} cy={cy} r={3.5} fill={colour} /> : <g key={key} />),
		isAnimationActive: false,
		type: "monotone",
	} as const;
	if (item.look === "area") return <Area key={item.key} {...shared} fill={colour} fillOpacity={0.14} />;
	return <Line key={item.key} {...shared} strokeDasharray={item.look === "dashed" ? "5 4" : undefined} />;
}
