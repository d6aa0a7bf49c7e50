import { cn } from "@/components/ui/cn";

const WIDTH = 72;
const HEIGHT = 20;
const MARGIN = 2.5;

export type SparklineProps = {
	/** Oldest first; nothing is drawn for none. */
	values: readonly number[];
	/** Says what the line says, for whoever does not see it. */
	label: string;
	/** For ranks: the lowest value is drawn on top. */
	lowerIsBetter?: boolean;
	className?: string;
};

/** A line without axes, as high as its own range, ending in a dot: for a cell of a table. */
export function Sparkline({ values, label, lowerIsBetter, className }: SparklineProps) {
	const points = layPoints(values, Boolean(lowerIsBetter));
	const last = points.at(-1);
	if (!last) return <span className="text-ink-faint">–</span>;
	return (
		<svg
			role="img"
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			className={className ? cn("sparkline", className) : "sparkline"}
		>
			<title>{label}</title>
			<path d={points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("")} />
			<circle cx={last[0]} cy={last[1]} r="2.5" />
		</svg>
	);
}

/** Evenly spaced, the range of the values over the height; a line that never moves runs through the middle. */
export function layPoints(values: readonly number[], lowerIsBetter: boolean): [number, number][] {
	const lowest = Math.min(...values);
	const range = Math.max(...values) - lowest;
	const step = values.length > 1 ? (WIDTH - 2 * MARGIN) / (values.length - 1) : 0;
	return values.map((value, i) => {
		const share = range === 0 ? 0.5 : (value - lowest) / range;
		const height = lowerIsBetter || range === 0 ? share : 1 - share;
		const x = values.length > 1 ? MARGIN + i * step : WIDTH - MARGIN;
		return [Math.round(x * 10) / 10, Math.round((MARGIN + height * (HEIGHT - 2 * MARGIN)) * 10) / 10];
	});
}
