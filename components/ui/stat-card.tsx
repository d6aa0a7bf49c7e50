import type { ReactNode } from "react";
import type { CompactFigure } from "@/lib/platform/format";
import { Card } from "./card";
import { cn } from "./cn";
import { Delta, type DeltaProps } from "./delta";
import { Explain } from "./explain";
import { Figure } from "./figure";
import { Tooltip } from "./tooltip";

export type StatCardProps = {
	label: string;
	/** From the format helper, so that the exact value comes along; a plain string for what is not a figure. */
	value: CompactFigure | string;
	/** Comparisons such as 环比 and 同比. */
	deltas?: readonly DeltaProps[];
	/** How the figure is made: definition, period, measure, source. */
	explanation?: ReactNode;
	/** One line under the figure, such as the period or the target. */
	note?: ReactNode;
	/** The one card of the page that matters most. */
	emphasis?: boolean;
	className?: string;
};

export function StatCard({ label, value, deltas, explanation, note, emphasis, className }: StatCardProps) {
	return (
		<Card
			className={cn("sail flex flex-col gap-1 p-5", emphasis && "night-panel border-transparent", className)}
		>
			<div className="flex items-center justify-between gap-2">
				<h2 className="text-ink-soft text-sm">{label}</h2>
				{explanation && <Explain subject={label}>{explanation}</Explain>}
			</div>
			<p className={cn("font-semibold text-figure text-ink", emphasis && "text-spark")}>
				{typeof value === "string" ? value : <ExactFigure value={value} />}
			</p>
			{note && <p className="text-ink-faint text-xs">{note}</p>}
			{deltas && deltas.length > 0 && (
				<div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
					{deltas.map((delta) => (
						<Delta key={delta.label} {...delta} />
					))}
				</div>
			)}
		</Card>
	);
}

function ExactFigure({ value }: { value: CompactFigure }) {
	if (!value.unit) return <Figure value={value} />;
	return (
		<Tooltip content={value.exact} side="bottom">
			<button type="button" className="cursor-help rounded-sm text-left">
				<Figure value={value} />
			</button>
		</Tooltip>
	);
}
