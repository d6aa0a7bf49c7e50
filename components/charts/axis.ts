/** What every axis shares. */
export const axisProps = {
	tick: { fill: "var(--ink-faint)", fontSize: 11 },
	tickLine: false,
	axisLine: { stroke: "var(--line)" },
	stroke: "var(--line)",
} as const;

export const gridColour = "var(--chart-grid)";
