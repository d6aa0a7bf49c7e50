"use client";

import * as SwitchPrimitive from "radix-ui/switch";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

export type SwitchProps = ComponentProps<typeof SwitchPrimitive.Root> & {
	label: ReactNode;
	hint?: ReactNode;
};

export function Switch({ label, hint, className, id, ...props }: SwitchProps) {
	const generatedId = useId();
	const controlId = id ?? generatedId;
	return (
		<div className="flex items-start justify-between gap-4">
			<div className="min-w-0">
				<label htmlFor={controlId} className="text-ink text-sm">
					{label}
				</label>
				{hint && <p className="text-ink-faint text-xs">{hint}</p>}
			</div>
			<SwitchPrimitive.Root
				id={controlId}
				className={cn(
					"h-6 w-11 shrink-0 rounded-full border border-line-strong bg-sunken p-0.5 transition-colors disabled:opacity-50 data-[state=checked]:border-brand data-[state=checked]:bg-brand",
					className,
				)}
				{...props}
			>
				<SwitchPrimitive.Thumb className="block size-4.5 rounded-full bg-ink-faint transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-brand" />
			</SwitchPrimitive.Root>
		</div>
	);
}
