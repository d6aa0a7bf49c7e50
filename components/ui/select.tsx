"use client";

import { Check, ChevronDown } from "lucide-react";
import * as SelectPrimitive from "radix-ui/select";
import { cn } from "./cn";
import { controlClasses } from "./input";
import type { SelectOption } from "./native-select";

export type SelectProps = {
	options: readonly SelectOption[];
	placeholder?: string;
	name?: string;
	value?: string;
	defaultValue?: string;
	onValueChange?: (value: string) => void;
	disabled?: boolean;
	required?: boolean;
	id?: string;
	className?: string;
	"aria-label"?: string;
	"aria-describedby"?: string;
	"aria-invalid"?: boolean;
};

/** A drop-down list with the look of the house; with `name` it takes part in its form like any control. */
export function Select({ options, placeholder, id, className, ...props }: SelectProps) {
	const { "aria-label": label, "aria-describedby": describedBy, "aria-invalid": invalid, ...root } = props;
	return (
		<SelectPrimitive.Root {...root}>
			<SelectPrimitive.Trigger
				id={id}
				aria-label={label}
				aria-describedby={describedBy}
				aria-invalid={invalid}
				className={cn(
					controlClasses,
					"flex h-9 items-center justify-between gap-2 px-3 text-left data-placeholder:text-ink-faint",
					className,
				)}
			>
				<span className="truncate">
					<SelectPrimitive.Value placeholder={placeholder} />
				</span>
				<ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
			</SelectPrimitive.Trigger>
			<SelectPrimitive.Portal>
				<SelectPrimitive.Content
					position="popper"
					sideOffset={4}
					className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-enter overflow-hidden rounded-lg border bg-raised shadow-lg"
				>
					<SelectPrimitive.Viewport className="p-1">
						{options.map((option) => (
							<SelectPrimitive.Item
								key={option.value}
								value={option.value}
								disabled={option.disabled}
								className="flex cursor-default select-none items-center justify-between gap-4 rounded-md px-2.5 py-1.5 text-sm outline-none data-disabled:text-ink-faint data-highlighted:bg-brand-soft data-highlighted:text-brand-ink"
							>
								<SelectPrimitive.ItemText>{option.label}</SelectPrimitive.ItemText>
								<SelectPrimitive.ItemIndicator>
									<Check aria-hidden="true" className="size-4" />
								</SelectPrimitive.ItemIndicator>
							</SelectPrimitive.Item>
						))}
					</SelectPrimitive.Viewport>
				</SelectPrimitive.Content>
			</SelectPrimitive.Portal>
		</SelectPrimitive.Root>
	);
}
