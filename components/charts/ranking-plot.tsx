"use client";

import {
	Bar,
	BarChart,
	CartesianGrid,
	Cell,
	LabelList,
	ReferenceLine,
	Tooltip,
	XAxis,
	YAxis,
} from "recharts";
import { useLocale } from "use-intl";
import { axisProps, gridColour } from "./axis";
import { ChartTooltip } from "./chart-tooltip";
import type { RankingItem } from "./ranking-chart";
import { type ChartFormat, chartColour, formatExact, formatShort } from "./series";
import type { TrendMark } from "./trend-plot";

export type RankingPlotProps = {
	title: string;
	items: readonly RankingItem[];
	format: ChartFormat;
	valueLabel: string;
	marks: readonly TrendMark[];
};

const ROW_HEIGHT = 30;
const LABEL_LENGTH = 9;

/** Names are cut to the width of the axis; the table holds them whole. */
function shortenName(name: string): string {
	const limit = /\p{Script=Han}/u.test(name) ? LABEL_LENGTH : LABEL_LENGTH * 2;
	const signs = [...name];
	return signs.length > limit ? `${signs.slice(0, limit - 1).join("")}…` : name;
}

export function RankingPlot({ title, items, format, valueLabel, marks }: RankingPlotProps) {
	const locale = useLocale();
	const toShort = (value: unknown) => (typeof value === "number" ? formatShort(value, format, locale) : "");
	return (
		<BarChart
			responsive
			title={title}
			data={[...items]}
			layout="vertical"
			margin={{ top: 16, right: 76, bottom: 0, left: 0 }}
			className="w-full"
			style={{ height: items.length * ROW_HEIGHT + 48 }}
			accessibilityLayer
		>
			<CartesianGrid horizontal={false} stroke={gridColour} />
			<XAxis type="number" tickFormatter={toShort} {...axisProps} />
			<YAxis
				type="category"
				dataKey="label"
				width={118}
				interval={0}
				tickFormatter={shortenName}
				{...axisProps}
				tick={{ fill: "var(--ink-soft)", fontSize: 12 }}
			/>
			<Tooltip
				isAnimationActive={false}
				cursor={{ fill: "var(--surface-sunken)" }}
				content={({ active, payload }) => {
					const item: RankingItem | undefined = payload[0]?.payload;
					if (!active || !item) return null;
					const colour = chartColour(item.tone ?? 1);
					const text = formatExact(item.value, format);
					return (
						<ChartTooltip title={item.label} rows={[{ key: item.key, label: valueLabel, colour, text }]} />
					);
				}}
			/>
			<Bar dataKey="value" barSize={14} radius={[1, 7, 1, 1]} isAnimationActive={false}>
				{items.map((item) => (
					<Cell key={item.key} fill={chartColour(item.tone ?? 1)} />
				))}
				<LabelList
					dataKey="value"
					position="right"
					formatter={toShort}
					fill="var(--ink-soft)"
					fontSize={11}
				/>
			</Bar>
			{marks.map((mark) => (
				<ReferenceLine
					key={mark.label}
					x={mark.value}
					ifOverflow="extendDomain"
					stroke="var(--ink-faint)"
					strokeDasharray="2 5"
					label={{ value: mark.label, position: "top", fill: "var(--ink-soft)", fontSize: 11 }}
				/>
			))}
		</BarChart>
	);
}
