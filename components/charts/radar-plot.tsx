"use client";

import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, Tooltip } from "recharts";
import { gridColour } from "./axis";
import { ChartTooltip } from "./chart-tooltip";
import type { RadarAxis } from "./force-radar";
import { type ChartSeries, chartColour, formatExact } from "./series";

export type RadarPlotProps = { title: string; axes: readonly RadarAxis[]; series: readonly ChartSeries[] };

export function RadarPlot({ title, axes, series }: RadarPlotProps) {
	const data = axes.map((axis) => ({ label: axis.label, ...axis.values }));
	return (
		<RadarChart
			responsive
			title={title}
			data={data}
			outerRadius="72%"
			className="h-80 w-full"
			accessibilityLayer
		>
			<PolarGrid stroke={gridColour} />
			<PolarAngleAxis dataKey="label" tick={(props) => <AxisName {...props} axes={axes} />} />
			<PolarRadiusAxis domain={[0, 100]} tickCount={5} tick={false} axisLine={false} />
			<Tooltip
				isAnimationActive={false}
				content={({ active, label, payload }) =>
					active && payload.length > 0 ? (
						<ChartTooltip
							title={String(label)}
							rows={series.flatMap((item) => {
								const value = payload.find((entry) => entry.dataKey === item.key)?.value;
								if (typeof value !== "number") return [];
								const text = formatExact(value, "score");
								return [{ key: item.key, label: item.label, colour: chartColour(item.tone), text }];
							})}
						/>
					) : null
				}
			/>
			{series.map((item) => (
				<Radar
					key={item.key}
					dataKey={item.key}
					name={item.label}
					stroke={chartColour(item.tone)}
					strokeWidth={2}
					strokeDasharray={item.look === "dashed" ? "5 4" : undefined}
					fill={chartColour(item.tone)}
					fillOpacity={item.look === "dashed" ? 0 : 0.16}
					isAnimationActive={false}
				/>
			))}
		</RadarChart>
	);
}

type AxisNameProps = {
	x?: number | string;
	y?: number | string;
	textAnchor?: "start" | "middle" | "end" | "inherit";
	payload?: { value?: string };
	axes: readonly RadarAxis[];
};

function AxisName({ x, y, textAnchor, payload, axes }: AxisNameProps) {
	const axis = axes.find((candidate) => candidate.label === payload?.value);
	return (
		<text
			x={x}
			y={y}
			dy={4}
			textAnchor={textAnchor}
			fontSize={12}
			fontWeight={axis?.emphasis ? 600 : 400}
			fill={axis?.emphasis ? "var(--spark-ink)" : "var(--ink-soft)"}
		>
			{payload?.value}
		</text>
	);
}
