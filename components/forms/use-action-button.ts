"use client";

import { toast } from "@/components/ui/toast";
import type { Outcome } from "@/lib/platform/errors/errors";
import { answerOf } from "./answer-of";
import { useErrorText } from "./use-error-text";

/** Runs an action behind a button and says how it went: `done` in a toast, or the refusal. Answers whether it went well. */
export function useActionButton(): (action: Promise<Outcome>, done: string) => Promise<boolean> {
	const errorText = useErrorText();
	return async (action, done) => {
		const outcome = await answerOf(action);
		if (outcome.ok) toast.success(done);
		else toast.error(errorText(outcome.reason, outcome.params));
		return outcome.ok;
	};
}
