import type { ReactNode } from "react";
import { cn } from "./cn";

export type StatePanelProps = {
	/** A drawing from the weather chart, in the current colour. */
	picture: ReactNode;
	title: ReactNode;
	description?: ReactNode;
	actions?: ReactNode;
	/** The heading's level where the panel is the whole page. */
	as?: "h1" | "h2" | "p";
	className?: string;
};

/** What stands where content would be: nothing yet, an error, no permission. */
export function StatePanel({
	picture,
	title,
	description,
	actions,
	as: Heading = "p",
	className,
}: StatePanelProps) {
	return (
		<div className={cn("flex flex-col items-center justify-center gap-2 px-6 py-12 text-center", className)}>
			<div aria-hidden="true" className="mb-2 text-brand-ink">
				{picture}
			</div>
			<Heading className="font-semibold text-base text-ink">{title}</Heading>
			{description && <div className="max-w-md text-ink-soft text-sm">{description}</div>}
			{actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
		</div>
	);
}
