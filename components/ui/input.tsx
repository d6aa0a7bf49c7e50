import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export const controlClasses =
	"w-full rounded-md border border-line-strong bg-surface text-sm text-ink transition-colors placeholder:text-ink-faint hover:border-ink-faint disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-danger";

export type InputProps = ComponentProps<"input"> & {
	/** A unit or an icon inside the left or right edge, such as "万元". */
	prefix?: ReactNode;
	suffix?: ReactNode;
};

export function Input({ className, prefix, suffix, ...props }: InputProps) {
	const input = (
		<input
			className={cn(
				controlClasses,
				"h-9 px-3 read-only:bg-sunken",
				prefix && "pl-9",
				suffix && "pr-14",
				className,
			)}
			{...props}
		/>
	);
	if (!prefix && !suffix) return input;
	return (
		<span className="relative block">
			{prefix && (
				<span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-faint [&_svg]:size-4">
					{prefix}
				</span>
			)}
			{input}
			{suffix && (
				<span className="absolute inset-y-0 right-3 flex items-center text-xs text-ink-faint">{suffix}</span>
			)}
		</span>
	);
}
