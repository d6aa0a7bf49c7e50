"use client";

import { useEffect, useRef } from "react";

type Doors = {
	/** One question on or back. */
	turn: (by: 1 | -1) => void;
	/** The option of that number, from 0, in the part that has the focus. */
	choose: (option: number) => void;
	flag: () => void;
};

/** Arrows left and right turn the pages, 1 to 8 choose, F marks; what is typed into a field stays there. */
export function useExamKeys(doors: Doors, isActive: boolean): void {
	const latest = useRef(doors);
	latest.current = doors;
	useEffect(() => {
		if (!isActive) return;
		function onKey(event: KeyboardEvent) {
			if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
			if (document.querySelector("[role=dialog],[role=alertdialog]")) return;
			if (event.target instanceof HTMLTextAreaElement) return;
			const { turn, choose, flag } = latest.current;
			if (event.key === "ArrowRight") turn(1);
			else if (event.key === "ArrowLeft") turn(-1);
			else if (/^[1-8]$/.test(event.key)) choose(Number(event.key) - 1);
			else if (event.key.toLowerCase() === "f") flag();
			else return;
			event.preventDefault();
		}
		window.addEventListener("keydown", onKey, { capture: true });
		return () => window.removeEventListener("keydown", onKey, { capture: true });
	}, [isActive]);
}
