import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { FieldError } from "./field";
import { RequiredMark } from "./required-mark";

export type FieldGroupProps = {
	legend: ReactNode;
	children: ReactNode;
	hint?: ReactNode;
	error?: ReactNode;
	required?: boolean;
	className?: string;
};

/** Several controls that answer one question: checkboxes, a radio group, a file list. */
export function FieldGroup({ legend, children, hint, error, required, className }: FieldGroupProps) {
	const id = useId();
	const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
	return (
		<fieldset
			aria-describedby={described || undefined}
			className={cn("flex min-w-0 flex-col gap-2", className)}
		>
			<legend className="mb-2 inline-flex gap-1 font-medium text-ink text-sm">
				{legend}
				{required && <RequiredMark />}
			</legend>
			{children}
			{hint && (
				<p id={`${id}-hint`} className="text-ink-faint text-xs">
					{hint}
				</p>
			)}
			<FieldError id={`${id}-error`}>{error}</FieldError>
		</fieldset>
	);
}
