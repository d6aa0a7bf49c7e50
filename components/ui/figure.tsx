import type { CompactFigure } from "@/lib/platform/format";
import { cn } from "./cn";

/** A shortened figure whose exact value appears on hover and is what a screen reader says. */
export function Figure({
	value,
	className,
	unitClassName,
}: {
	value: CompactFigure;
	className?: string;
	unitClassName?: string;
}) {
	return (
		<span title={value.exact} className={cn("figure whitespace-nowrap", className)}>
			<span aria-hidden="true">
				{value.number}
				{value.unit && (
					<span className={cn("ml-0.5 text-[0.62em] tracking-normal", unitClassName)}>{value.unit}</span>
				)}
			</span>
			<span className="sr-only">{value.exact}</span>
		</span>
	);
}
