import { cn } from "@/components/ui/cn";
import { FIELD_HEIGHT, FIELD_WIDTH, traceStreamlines } from "./flow-field";

const lines = traceStreamlines(34);
const allLines = lines.join("");
/** Every third line carries a gust, and every third gust is a strong one. */
const gusts = lines
	.filter((_, index) => index % 3 === 1)
	.map((path, index) => ({
		path,
		isStrong: index % 3 === 0,
		seconds: 6 + ((index * 7) % 5),
		ahead: (index * 13) % 11,
	}));

const sheet = {
	viewBox: `0 0 ${FIELD_WIDTH} ${FIELD_HEIGHT}`,
	preserveAspectRatio: "xMidYMid slice",
	fill: "none",
	strokeLinecap: "round",
} as const;

/** The wind at rest: its streamlines, behind whatever they are laid under. */
export function Streamlines({ className }: { className?: string }) {
	return (
		<svg
			aria-hidden="true"
			{...sheet}
			className={cn("pointer-events-none absolute inset-0 size-full stroke-brand opacity-22", className)}
		>
			<path d={allLines} />
		</svg>
	);
}

/** Gusts that run along the streamlines and gather strength to the right. There are none for readers who want stillness. */
export function Gusts({ className }: { className?: string }) {
	return (
		<svg
			aria-hidden="true"
			{...sheet}
			className={cn(
				"pointer-events-none absolute inset-0 size-full mask-l-from-45% mask-l-to-110% max-sm:opacity-50 motion-reduce:hidden",
				className,
			)}
		>
			{gusts.map(({ path, isStrong, seconds, ahead }) => (
				<path
					key={path}
					d={path}
					pathLength={1}
					strokeDasharray={isStrong ? "0.16 2" : "0.08 2"}
					strokeDashoffset={0.2}
					strokeWidth={isStrong ? 2.5 : 1.6}
					className={cn("animate-gust", isStrong ? "stroke-spark" : "stroke-brand/70")}
					style={{ animationDuration: `${seconds}s`, animationDelay: `-${ahead}s` }}
				/>
			))}
		</svg>
	);
}
