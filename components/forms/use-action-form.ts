"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState, useTransition } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import type { Outcome, Refusal } from "@/lib/platform/errors/errors";
import { answerOf } from "./answer-of";
import { useErrorText } from "./use-error-text";

type FormSchema<Input extends FieldValues, Output> = z.ZodType<Output, Input>;

/**
 * A form over a schema and an action: checked in the browser as on the server, refusals shown at their field or above the
 * form, and nothing typed is lost.
 */
export function useActionForm<Input extends FieldValues, Output, Value extends object>(options: {
	schema: FormSchema<Input, Output>;
	defaults: DefaultValues<Input>;
	action: (input: Input) => Promise<Outcome<Value>>;
	onDone: (value: Value, input: Input) => void | Promise<void>;
}) {
	const errorText = useErrorText();
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	const form = useForm<Input>({
		// The resolver only judges here; what is sent is what was typed, and the server reads it with the same schema.
		resolver: zodResolver(options.schema as never, undefined, { raw: true }) as never,
		defaultValues: options.defaults,
	});

	function answer(outcome: Refusal): void {
		for (const [path, code] of Object.entries(outcome.fieldErrors ?? {})) {
			form.setError(path as Path<Input>, { message: code }, { shouldFocus: true });
		}
		setRefusal(outcome);
	}

	const submit = form.handleSubmit((input) => {
		setRefusal(null);
		startTransition(async () => {
			const outcome = await answerOf(options.action(input));
			if (outcome.ok) await options.onDone(outcome, input);
			else answer(outcome);
		});
	});

	return {
		form,
		submit,
		pending,
		refusal,
		setRefusal,
		/** The sentence for a field, if something is wrong with it. */
		errorOf(path: Path<Input>): string | undefined {
			const code = form.getFieldState(path, form.formState).error?.message;
			return code ? errorText(code) : undefined;
		},
		/** The sentence for the form as a whole; none where a field says it already. */
		formError: refusal && !refusal.fieldErrors ? errorText(refusal.reason, refusal.params) : undefined,
	};
}
