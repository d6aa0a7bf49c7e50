import { CircleAlert } from "lucide-react";
import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";
import { RequiredMark } from "./required-mark";

type ControlProps = {
	id?: string;
	required?: boolean;
	"aria-describedby"?: string;
	"aria-invalid"?: boolean;
};

export type FieldProps = {
	label: ReactNode;
	/** One control: Input, Textarea, Select, NativeSelect, Slider … It receives id, required and the aria wiring. */
	children: ReactElement<ControlProps>;
	hint?: ReactNode;
	/** A finished sentence in the reader's language. */
	error?: ReactNode;
	required?: boolean;
	/** Shown at the right end of the label line, such as a counter or a link. */
	aside?: ReactNode;
	className?: string;
};

export function Field({ label, children, hint, error, required, aside, className }: FieldProps) {
	const generatedId = useId();
	const id = children.props.id ?? generatedId;
	const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
	return (
		<div className={cn("flex flex-col gap-1.5", className)}>
			<div className="flex items-baseline justify-between gap-3">
				<Label htmlFor={id}>
					{label}
					{required && <RequiredMark />}
				</Label>
				{aside && <span className="text-ink-faint text-xs">{aside}</span>}
			</div>
			{cloneElement(children, {
				id,
				required: required ?? children.props.required,
				"aria-describedby": described || undefined,
				"aria-invalid": error ? true : undefined,
			})}
			{hint && (
				<p id={`${id}-hint`} className="text-ink-faint text-xs">
					{hint}
				</p>
			)}
			<FieldError id={`${id}-error`}>{error}</FieldError>
		</div>
	);
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
	if (!children) return null;
	return (
		<p id={id} role="alert" className="flex items-start gap-1 text-danger-ink text-xs">
			<CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
			<span>{children}</span>
		</p>
	);
}
