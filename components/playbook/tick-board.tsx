"use client";

import { createContext, type KeyboardEvent, type ReactNode, useContext } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
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
	shown,
	children,
}: {
	userId: string;
	label: string;
	/** Items the list shows; what becomes of others is told above it. */
	shown: readonly string[];
	children: ReactNode;
}) {
	const board = useTicks(userId);
	return (
		<BoardContext value={board}>
			<RefusedElsewhere shown={shown} />
			<ul aria-label={label} onKeyDown={steer} className="divide-y">
				{children}
			</ul>
		</BoardContext>
	);
}

/** A press that was kept and then refused while another list is open: nothing is taken back without a word. */
function RefusedElsewhere({ shown }: { shown: readonly string[] }) {
	const t = useTranslations("playbook");
	const errorText = useErrorText();
	const { marks, dismiss } = useBoard();
	const refused = Object.entries(marks).filter(
		([id, { phase }]) => phase === "refused" && !shown.includes(id),
	);
	return refused.map(([id, { title, refusal }]) => (
		<p
			key={id}
			role="alert"
			className="m-2 rounded-md bg-warning-soft px-2.5 py-1.5 text-warning-ink text-xs"
		>
			{title} · {errorText(refusal?.reason ?? "", refusal?.params)}{" "}
			<button type="button" className="underline underline-offset-2" onClick={() => dismiss(id)}>
				{t("offline.ok")}
			</button>
		</p>
	));
}
