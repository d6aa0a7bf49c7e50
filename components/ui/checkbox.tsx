"use client";

import { Check, Minus } from "lucide-react";
import * as CheckboxPrimitive from "radix-ui/checkbox";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

export type CheckboxProps = ComponentProps<typeof CheckboxPrimitive.Root> & {
	label?: ReactNode;
	hint?: ReactNode;
};

/** Without `label` (a table's selection column) give it an `aria-label`. */
export function Checkbox({ label, hint, className, id, ...props }: CheckboxProps) {
	const generatedId = useId();
	const controlId = id ?? generatedId;
	const box = (
		<CheckboxPrimitive.Root
			id={controlId}
			aria-describedby={hint ? `${controlId}-hint` : undefined}
			className={cn(
				"peer flex size-5 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface transition-colors hover:border-brand disabled:opacity-50 aria-invalid:border-danger data-[state=checked]:border-brand data-[state=indeterminate]:border-brand data-[state=checked]:bg-brand data-[state=indeterminate]:bg-brand data-[state=checked]:text-on-brand data-[state=indeterminate]:text-on-brand",
				className,
			)}
			{...props}
		>
			<CheckboxPrimitive.Indicator>
				{props.checked === "indeterminate" ? (
					<Minus aria-hidden="true" className="size-3.5" />
				) : (
					<Check aria-hidden="true" className="size-3.5" strokeWidth={3} />
				)}
			</CheckboxPrimitive.Indicator>
		</CheckboxPrimitive.Root>
	);
	if (!label) return box;
	return (
		<div className="flex items-start gap-2.5">
			{box}
			<div className="min-w-0 leading-5">
				<label htmlFor={controlId} className="text-ink text-sm">
					{label}
				</label>
				{hint && (
					<p id={`${controlId}-hint`} className="mt-0.5 text-ink-faint text-xs">
						{hint}
					</p>
				)}
			</div>
		</div>
	);
}
