type Props = { values: readonly (number | null)[]; label: string };

const [WIDTH, HEIGHT, EDGE] = [120, 32, 3];

/** The weeks as a line; a week that says nothing is a gap. The table of the page has its figures. */
export function Sparkline({ values, label }: Props) {
	const known = values.filter((value) => value !== null);
	if (known.length < 2) return null;
	const [low, high] = [Math.min(...known), Math.max(...known)];
	const span = high - low || 1;
	const points = values.map((value, at) =>
		value === null
			? null
			: {
					x: EDGE + (at / (values.length - 1)) * (WIDTH - 2 * EDGE),
					y: HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE),
				},
	);
	const last = points.findLast((point) => point !== null);
	const path = points
		.map((point, at) => point && `${points[at - 1] ? "L" : "M"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
		.filter(Boolean)
		.join(" ");
	return (
		<svg
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			width={WIDTH}
			height={HEIGHT}
			role="img"
			aria-label={label}
			className="text-brand"
		>
			<path d={path} fill="none" stroke="currentColor" strokeWidth={1.5} />
			{last && <circle cx={last.x} cy={last.y} r={2.5} fill="currentColor" />}
		</svg>
	);
}
