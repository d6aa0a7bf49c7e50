"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFieldLabel } from "@/components/admission/field-label";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fieldId, textAt, useForm } from "./form-context";

/** Longer than any field may be, so that what is pasted is kept and its fault shown rather than cut off. */
export const longestText = 4_000;

export type TextFieldProps = {
	path: string;
	hint?: ReactNode;
	aside?: ReactNode;
	required?: boolean;
	className?: string;
} & Pick<ComponentProps<"input">, "type" | "inputMode" | "autoComplete" | "placeholder" | "max" | "min">;

/** One line of the form, bound by its path. */
export function TextField({ path, hint, aside, required = true, className, ...control }: TextFieldProps) {
	const { draft, edit, touch, errorOf } = useForm();
	const label = useFieldLabel();
	const error = errorOf(path);
	return (
		<Field
			label={label(path)}
			hint={error ? undefined : hint}
			aside={aside}
			required={required}
			error={error}
			className={className}
		>
			<Input
				id={fieldId(path)}
				value={textAt(draft, path)}
				onChange={(event) => edit(path, event.target.value)}
				onBlur={() => touch(path)}
				maxLength={longestText}
				{...control}
			/>
		</Field>
	);
}
