"use client";

import { createContext, type KeyboardEvent, type ReactNode, useContext } from "react";
import { useTicks } from "./use-ticks";

const BoardContext = createContext<ReturnType<typeof useTicks> | null>(null);

export function useBoard() {
	const board = useContext(BoardContext);
	if (!board) throw new Error("ticks stand on a board");
	return board;
}

/** Up and down move between the ticks; Enter opens the item, space presses. */
function steer(event: KeyboardEvent<HTMLElement>) {
	const target = event.target as HTMLElement;
	if (!target.matches("[data-tick]")) return;
	if (event.key === "Enter") {
		event.preventDefault();
		target.closest("li")?.querySelector<HTMLElement>("a[data-open]")?.click();
		return;
	}
	const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
	if (by === 0) return;
	event.preventDefault();
	const ticks = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-tick]")];
	ticks[ticks.indexOf(target) + by]?.focus();
}

/** Holds the presses of a list and steers it by keyboard. */
export function TickBoard({
	userId,
	label,
	children,
}: {
	userId: string;
	label: string;
	children: ReactNode;
}) {
	const board = useTicks(userId);
	return (
		<BoardContext value={board}>
			<ul aria-label={label} onKeyDown={steer} className="divide-y">
				{children}
			</ul>
		</BoardContext>
	);
}
