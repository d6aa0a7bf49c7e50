"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFieldLabel } from "@/components/admission/field-label";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Asked } from "./asked";
import { fieldId, textAt, useForm } from "./form-context";

/** Longer than any field may be, so that what is pasted is kept and its fault shown rather than cut off. */
export const longestText = 4_000;

export type TextFieldProps = {
	path: string;
	hint?: ReactNode;
	aside?: ReactNode;
	required?: boolean;
	/** Writes what was typed as it is read, once the field is left: full-width digits, stray blanks. */
	tidy?: (typed: string) => string;
	className?: string;
} & Pick<ComponentProps<"input">, "type" | "inputMode" | "autoComplete" | "placeholder" | "max" | "min">;

/** One line of the form, bound by its path. */
export function TextField({
	path,
	hint,
	aside,
	required = true,
	tidy,
	className,
	...control
}: TextFieldProps) {
	const { draft, edit, touch, errorOf } = useForm();
	const label = useFieldLabel();
	const error = errorOf(path);
	const value = textAt(draft, path);
	return (
		<Asked path={path} className={className}>
			<Field
				label={label(path)}
				hint={error ? undefined : hint}
				aside={aside}
				required={required}
				error={error}
			>
				<Input
					id={fieldId(path)}
					value={value}
					onChange={(event) => edit(path, event.target.value)}
					onBlur={() => {
						const tidied = tidy?.(value) ?? value;
						if (tidied !== value) edit(path, tidied);
						touch(path);
					}}
					maxLength={longestText}
					{...control}
				/>
			</Field>
		</Asked>
	);
}
