import { cn } from "@/components/ui/cn";
import { FIELD_HEIGHT, FIELD_WIDTH, traceStreamlines } from "./flow-field";

const lines = traceStreamlines(34);
const gusts = lines.filter((_, index) => index % 2 === 1);

const sheet = {
	viewBox: `0 0 ${FIELD_WIDTH} ${FIELD_HEIGHT}`,
	preserveAspectRatio: "xMidYMid slice",
	fill: "none",
	strokeLinecap: "round",
} as const;

/** The wind itself: still streamlines, and gusts that run along them and gather strength to the right. */
export function Streamlines({ className }: { className?: string }) {
	return (
		<div className={cn("pointer-events-none", className)}>
			<svg
				aria-hidden="true"
				{...sheet}
				className="absolute inset-0 size-full stroke-brand opacity-22"
				strokeWidth="1"
			>
				{lines.map((line) => (
					<path key={line} d={line} />
				))}
			</svg>
			<svg
				aria-hidden="true"
				{...sheet}
				className="absolute inset-0 size-full mask-l-from-45% mask-l-to-110% max-sm:opacity-50 motion-reduce:hidden"
			>
				{gusts.map((line, index) => (
					<path
						key={line}
						d={line}
						pathLength={1}
						strokeDasharray={index % 3 === 0 ? "0.16 2" : "0.08 2"}
						strokeDashoffset={0.2}
						strokeWidth={index % 3 === 0 ? 2.5 : 1.6}
						className={cn("animate-gust", index % 3 === 0 ? "stroke-spark" : "stroke-brand/70")}
						style={{
							animationDuration: `${6 + ((index * 7) % 5)}s`,
							animationDelay: `-${(index * 13) % 11}s`,
						}}
					/>
				))}
			</svg>
		</div>
	);
}
