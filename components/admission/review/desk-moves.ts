"use client";

import type { Decision } from "./decision-form";

/** Whether a key belongs to what is being typed, or to an open dialog or menu. */
export function isTyping(event: KeyboardEvent): boolean {
	const target = event.target instanceof HTMLElement ? event.target : null;
	if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
		return true;
	if (!target) return false;
	const isTextInput = target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type);
	return isTextInput || target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}

const rowSelector = "[data-review-row]";

/** The rows of facts and forces from top to bottom; the keys go from one to the next. */
export function moveRow(step: 1 | -1): void {
	const rows = [...document.querySelectorAll<HTMLElement>(rowSelector)];
	const current = rows.findIndex(
		(row) =>
			row === document.activeElement || row.closest("[data-rubric-row]")?.contains(document.activeElement),
	);
	const next = rows[current === -1 && step === -1 ? rows.length - 1 : current + step];
	next?.focus();
	next?.scrollIntoView({ block: "nearest" });
}

/** Asks for changes on the row the keyboard is in: a fact's, or the force's whose score is in focus. */
export function askFocused(): void {
	const focused = document.activeElement;
	const row = focused?.matches(rowSelector)
		? focused
		: focused?.closest("[data-rubric-row]")?.querySelector(rowSelector);
	if (row instanceof HTMLElement) row.click();
}

export function clickIn(selector: string, act: "click" | "focus"): void {
	document.querySelector<HTMLElement>(selector)?.[act]();
}

/** Chooses a decision and brings the panel into sight, the caret where words are wanted. */
export function chooseDecision(decision: Decision): void {
	const radio = document.querySelector<HTMLElement>(
		`[data-decision-panel] [role="radio"][value="${decision}"]`,
	);
	radio?.click();
	radio?.focus();
	radio?.scrollIntoView({ block: "nearest" });
}

/** Escape leaves a text field of the desk for the row it belongs to, so that the keys work again. */
export function leaveField(event: KeyboardEvent): void {
	const field = event.target instanceof HTMLElement ? event.target.closest("textarea") : null;
	if (!field || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
	const path = field.id.startsWith("request-")
		? field.id.slice("request-".length).replaceAll("-", ".")
		: null;
	const row = path ? document.querySelector<HTMLElement>(`[data-review-row="${path}"]`) : null;
	if (row) row.focus();
	else field.blur();
}
