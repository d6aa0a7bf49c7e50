"use client";

import { useEffect, useState } from "react";
import { type DecisionState, emptyDecision, isUntouched, readKept } from "./decision-form";

/**
 * A decision half typed, kept in the tab's own storage: a reload, a change of page or a session that ran out costs no
 * word. Nothing is kept where nothing can be decided.
 */
export function useKeptDecision(key: string, shown: DecisionState, isOpen: boolean) {
	const [state, setState] = useState<DecisionState>(shown);
	const [isRestored, setRestored] = useState(false);
	const [isReady, setReady] = useState(false);
	useEffect(() => {
		if (!isOpen) return;
		const kept = readKept(sessionStorage.getItem(key));
		if (kept && !isUntouched(kept)) {
			setState(kept);
			setRestored(true);
		}
		setReady(true);
	}, [key, isOpen]);
	useEffect(() => {
		if (!isReady || !isOpen) return;
		if (isUntouched(state)) sessionStorage.removeItem(key);
		else sessionStorage.setItem(key, JSON.stringify(state));
	}, [key, state, isReady, isOpen]);
	function discard() {
		sessionStorage.removeItem(key);
		setState(emptyDecision);
		setRestored(false);
	}
	return { state, setState, isRestored, discard };
}
