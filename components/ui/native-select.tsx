import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClasses } from "./input";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type NativeSelectProps = Omit<ComponentProps<"select">, "children"> & {
	options: readonly SelectOption[];
	/** The first choice, with an empty value: 全部 in a filter, 请选择 in a form. */
	emptyLabel?: string;
};

/** The browser's own select: works in a plain form without scripts, and best on a phone. The choice for filters. */
export function NativeSelect({ options, emptyLabel, className, ...props }: NativeSelectProps) {
	return (
		<span className="relative block">
			<select className={cn(controlClasses, "h-9 appearance-none pr-9 pl-3", className)} {...props}>
				{emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
				{options.map((option) => (
					<option key={option.value} value={option.value} disabled={option.disabled}>
						{option.label}
					</option>
				))}
			</select>
			<ChevronDown
				aria-hidden="true"
				className="pointer-events-none absolute top-2.5 right-3 size-4 text-ink-faint"
			/>
		</span>
	);
}
