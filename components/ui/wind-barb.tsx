import { cn } from "./cn";

export const windTiers = [1, 2, 3, 4, 5] as const;
export type WindTier = (typeof windTiers)[number];

const FEATHER = "c5 .4 10-1.2 14.5-5.5";
const HALF_FEATHER = "c2.6.2 5-.6 7.4-2.8";
const PENNANT = "M24 6c7 .8 12-.6 16-4.5C37.5 8 32 12.6 24 13.4Z";

/** How many full feathers a tier's barb bears; 微风 bears half a feather, 疾风 a pennant above its feathers. */
const FEATHERS_FROM: Record<WindTier, readonly number[]> = {
	1: [],
	2: [9],
	3: [8, 15],
	4: [8, 15, 22],
	5: [20, 27],
};

/**
 * The wind barb of a weather chart: a station circle, a staff leaning with the wind, and feathers that grow with its force.
 * Drawn in the current colour; `pennantClassName` colours the pennant of 疾风.
 */
export function WindBarb({
	tier,
	className,
	pennantClassName,
	swaySeconds,
}: {
	tier: WindTier;
	className?: string;
	pennantClassName?: string;
	/** How long one sway takes, where the class name animates it. */
	swaySeconds?: number;
}) {
	return (
		<svg
			aria-hidden="true"
			viewBox="0 0 48 48"
			fill="none"
			stroke="currentColor"
			strokeWidth="2.6"
			strokeLinecap="round"
			strokeLinejoin="round"
			className={cn("size-6 overflow-visible", className)}
			style={swaySeconds ? { animationDuration: `${swaySeconds}s` } : undefined}
		>
			<BarbShape tier={tier} pennantClassName={pennantClassName} />
		</svg>
	);
}

/** The barb's strokes alone, on a field of 48 × 48: for a drawing of the caller's own. */
export function BarbShape({ tier, pennantClassName }: { tier: WindTier; pennantClassName?: string }) {
	return (
		<g transform="rotate(24 24 24)">
			<path d="M24 37V6" />
			<circle cx="24" cy="41" r="3.6" fill="currentColor" stroke="none" />
			{tier === 1 && <path d={`M24 12${HALF_FEATHER}`} />}
			{FEATHERS_FROM[tier].map((y) => (
				<path key={y} d={`M24 ${y}${FEATHER}`} />
			))}
			{tier === 5 && <path d={PENNANT} fill="currentColor" strokeWidth="1.4" className={pennantClassName} />}
		</g>
	);
}
