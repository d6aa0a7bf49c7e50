import type { Scene, Shape } from "@/lib/domains/programme/rules/draw/scene";

const colour = (ink: string | undefined) => (ink ? `var(--${ink})` : "none");

/** A drawn picture in the page; what it shows stands in a table nearby, so that `label` alone is read out. */
export function SceneSvg({
	scene,
	label,
	className = "pg-scene",
}: {
	scene: Scene;
	label: string;
	className?: string;
}) {
	return (
		<svg role="img" aria-label={label} viewBox={`0 0 ${scene.width} ${scene.height}`} className={className}>
			{scene.shapes.map((shape, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn anew as a whole; its shapes have no names.
				<SceneShape key={index} shape={shape} />
			))}
		</svg>
	);
}

function SceneShape({ shape }: { shape: Shape }) {
	if (shape.kind === "rect") {
		const { x, y, width, height, fill } = shape;
		return <rect x={x} y={y} width={width} height={height} fill={colour(fill)} />;
	}
	if (shape.kind === "path") {
		return (
			<path
				d={shape.d}
				fill={colour(shape.fill)}
				stroke={colour(shape.stroke)}
				strokeWidth={shape.width}
				strokeDasharray={shape.dash?.join(" ")}
				opacity={shape.opacity}
			/>
		);
	}
	const { x, y, size, fill, weight, anchor } = shape;
	return (
		<text x={x} y={y} fontSize={size} fill={colour(fill)} fontWeight={weight} textAnchor={anchor}>
			{shape.text}
		</text>
	);
}
