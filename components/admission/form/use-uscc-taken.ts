"use client";

import { useEffect, useState } from "react";
import { checkUsccIsFree } from "@/lib/domains/admission/actions/application";

/** A pause after the last key before the portal is asked. */
const pauseMs = 500;

/** Whether another organisation stands under a well-formed credit code; false until the portal has answered. */
export function useUsccTaken(uscc: string | null): boolean {
	const [takenCode, setTakenCode] = useState<string | null>(null);
	useEffect(() => {
		if (uscc === null) return;
		let isCurrent = true;
		const timer = setTimeout(async () => {
			// A question that gets no answer is asked again on submission, where it counts.
			const outcome = await checkUsccIsFree({ uscc }).catch(() => null);
			if (isCurrent && outcome?.ok) setTakenCode(outcome.taken ? uscc : null);
		}, pauseMs);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [uscc]);
	return uscc !== null && takenCode === uscc;
}
