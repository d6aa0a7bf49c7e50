import { type RefObject, useEffect } from "react";

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")
	);
}

function rowOf(element: Element | null): Element | null {
	return element?.closest("tr[data-row]") ?? null;
}

/** Moves to the row `by` further on, or to the first or last one when none is current. */
function step(root: HTMLElement, by: 1 | -1): void {
	const rows = [...root.querySelectorAll("tr[data-row]")];
	const current = rowOf(document.activeElement);
	const at = current ? rows.indexOf(current) + by : by === 1 ? 0 : rows.length - 1;
	const link = rows[at]?.querySelector<HTMLElement>("[data-row-link]");
	link?.focus();
	link?.scrollIntoView({ block: "nearest" });
}

function press(within: ParentNode | null, selector: string): void {
	within?.querySelector<HTMLElement>(selector)?.click();
}

/** The search may be folded away with the other filters: then they unfold first. */
function focusSearch(): void {
	const search = document.querySelector<HTMLInputElement>("input[name=q]");
	const folded = search?.closest("[id][hidden]");
	if (folded) press(document, `button[aria-controls="${CSS.escape(folded.id)}"]`);
	requestAnimationFrame(() => search?.select());
}

/** The queue by keyboard alone: j and k (or the arrows inside the table), x, c, n, / and ?. */
export function useQueueKeys(root: RefObject<HTMLElement | null>, toggleHelp: () => void): void {
	useEffect(() => {
		function hear(event: KeyboardEvent) {
			if (!root.current || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
			if (event.isComposing || isTyping(event.target)) return;
			if (event.key === "?") return toggleHelp();
			if (document.querySelector("[role=dialog], [role=menu]")) return;
			const row = rowOf(document.activeElement);
			const isArrow = row !== null && (event.key === "ArrowDown" || event.key === "ArrowUp");
			if (event.key === "j" || (isArrow && event.key === "ArrowDown")) step(root.current, 1);
			else if (event.key === "k" || (isArrow && event.key === "ArrowUp")) step(root.current, -1);
			else if (event.key === "x") press(row, "input[data-select]");
			else if (event.key === "c") press(row, "[data-act=claim]");
			else if (event.key === "n") press(document, "[data-act=next]");
			else if (event.key === "/") focusSearch();
			else return;
			event.preventDefault();
		}
		document.addEventListener("keydown", hear);
		return () => document.removeEventListener("keydown", hear);
	}, [root, toggleHelp]);
}
