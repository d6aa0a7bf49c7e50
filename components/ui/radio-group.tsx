"use client";

import * as RadioGroupPrimitive from "radix-ui/radio-group";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type RadioGroupProps = Omit<ComponentProps<typeof RadioGroupPrimitive.Root>, "children"> & {
	options: readonly RadioOption[];
	/** `cards` gives every choice a frame of its own, for few weighty choices such as a decision. */
	look?: "list" | "cards";
};

export function RadioGroup({ options, look = "list", className, ...props }: RadioGroupProps) {
	const id = useId();
	const isCards = look === "cards";
	return (
		<RadioGroupPrimitive.Root
			className={cn(isCards ? "grid gap-2 sm:grid-cols-2" : "flex flex-col gap-2.5", className)}
			{...props}
		>
			{options.map((option) => (
				<label
					key={option.value}
					htmlFor={`${id}-${option.value}`}
					className={cn(
						"flex items-start gap-2.5 text-sm has-disabled:opacity-50",
						isCards &&
							"rounded-lg border border-line-strong/60 bg-surface p-3 hover:border-brand has-data-[state=checked]:border-brand has-data-[state=checked]:bg-brand-soft",
					)}
				>
					<RadioGroupPrimitive.Item
						id={`${id}-${option.value}`}
						value={option.value}
						disabled={option.disabled}
						className="mt-px flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-[state=checked]:border-brand"
					>
						<RadioGroupPrimitive.Indicator className="size-2.5 rounded-full bg-brand" />
					</RadioGroupPrimitive.Item>
					<span className="min-w-0">
						<span className="block text-ink">{option.label}</span>
						{option.hint && <span className="mt-0.5 block text-ink-faint text-xs">{option.hint}</span>}
					</span>
				</label>
			))}
		</RadioGroupPrimitive.Root>
	);
}
