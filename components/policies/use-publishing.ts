"use client";

import { useState, useTransition } from "react";
import type { Outcome } from "@/lib/platform/errors/errors";
import { usePolicyRefusal } from "./use-policy-refusal";

/**
 * What leads from a draft to its day: everything is brought to the server, the notice it needs is measured, and what is
 * sent is the version that is there then. `flush` answers that version, or null when it could not.
 */
export function usePublishing<Notice extends { earliest: string }>(
	flush: () => Promise<number | null>,
	preview: () => Promise<Outcome<Notice>>,
) {
	const refusal = usePolicyRefusal();
	const [open, setOpen] = useState(false);
	const [notice, setNotice] = useState<Notice | null>(null);
	const [day, setDay] = useState("");
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();

	function attempt<Done extends object>(
		work: (version: number) => Promise<Outcome<Done>>,
		then: (done: Done) => void,
	): void {
		setError(null);
		startTransition(async () => {
			const version = await flush();
			if (version === null) return setError(refusal({ reason: "STALE_VERSION" }));
			const outcome = await work(version);
			if (!outcome.ok) return setError(refusal(outcome));
			then(outcome);
		});
	}

	function show(): void {
		setOpen(true);
		setNotice(null);
		attempt(preview, (measured) => {
			setNotice(measured);
			setDay(measured.earliest);
		});
	}

	return {
		open,
		/** Stays open while something is under way. */
		onOpenChange: (next: boolean) => !pending && setOpen(next),
		show,
		close: () => setOpen(false),
		notice,
		day,
		setDay,
		error,
		isMeasuring: pending && notice === null,
		isSending: pending && notice !== null,
		send: attempt,
	};
}
