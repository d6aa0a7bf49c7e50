"use client";

import { useState, useTransition } from "react";
import { useErrorText } from "@/components/forms/use-error-text";
import type { Outcome } from "@/lib/platform/errors/errors";
import type { Effect } from "./effect-table";

/** A change of the past is looked at before it is made: the effect belongs to exactly the input it was asked for. */
export function useRehearsal<Input>(rehearse: (input: Input) => Promise<Outcome<{ effect: Effect }>>) {
	const errorText = useErrorText();
	const [seen, setSeen] = useState<{ asked: string; effect: Effect } | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	return {
		pending,
		problem,
		/** The effect, while the form still says what it was asked for. */
		effectOf: (asked: string) => (seen?.asked === asked ? seen.effect : null),
		wasSeen: seen !== null,
		look(asked: string, input: Input) {
			setProblem(null);
			startTransition(async () => {
				const outcome = await rehearse(input);
				if (outcome.ok) setSeen({ asked, effect: outcome.effect });
				else {
					setSeen(null);
					const [code = outcome.reason] = Object.values(outcome.fieldErrors ?? {});
					setProblem(errorText(code, outcome.params));
				}
			});
		},
	};
}
