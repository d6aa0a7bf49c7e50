"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { cn } from "@/components/ui/cn";
import { openMoves } from "@/lib/domains/playbook/policy";
import type { ItemMove, ItemState, PlaybookSide } from "@/lib/domains/playbook/types/template";
import { useBoard } from "./tick-board";

export type TickProps = {
	item: { id: string; version: number; title: string; state: ItemState; owner: PlaybookSide };
	side: PlaybookSide;
	/** False: to be read only, or its evidence is missing. */
	isOpen: boolean;
};

const looks: Record<ItemState, string> = {
	OPEN: "border-line-strong text-transparent hover:border-brand hover:text-brand-ink/50",
	PROPOSED: "border-warning border-dashed text-warning-ink/60 hover:border-brand",
	DONE: "border-success bg-success text-on-brand",
};

/** The box before an item: one press does what is next, and says so. */
export function Tick({ item, side, isOpen }: TickProps) {
	const t = useTranslations("playbook");
	const { marks, press } = useBoard();
	const mark = marks[item.id];
	const isMarked = mark && mark.version >= item.version && mark.phase !== "refused";
	const state = isMarked ? mark.state : item.state;
	const move = openMoves(side, { owner: item.owner, state }).find(
		(one): one is Exclude<ItemMove, "RETURN"> => one !== "RETURN",
	);
	const isBusy = isMarked === true;
	const words = { COMPLETE: "completeOf", REOPEN: "reopenOf", PROPOSE: "proposeOf" } as const;
	const label =
		move && isOpen
			? t(`move.${words[move]}`, { item: item.title })
			: t(`move.${move ? "needsOf" : "otherOf"}`, { item: item.title, state: t(`state.${state}`) });
	return (
		<button
			type="button"
			data-tick
			aria-pressed={state === "DONE"}
			aria-label={label}
			title={label}
			aria-disabled={isBusy || !isOpen || !move || undefined}
			onClick={() => {
				if (!isBusy && isOpen && move)
					press({ itemId: item.id, version: item.version, move, title: item.title });
			}}
			className={cn(
				"grid size-11 shrink-0 place-items-center rounded-lg aria-disabled:cursor-not-allowed sm:size-9",
				(!isOpen || !move) && state !== "DONE" && "opacity-40",
			)}
		>
			<span
				className={cn("grid size-6 place-items-center rounded-md border-2 transition-colors", looks[state])}
			>
				<Check aria-hidden="true" className="size-4" strokeWidth={3} />
			</span>
		</button>
	);
}

/** What became of a press: on its way, kept for later, or taken back with the reason. */
export function TickNews({ itemId, version }: { itemId: string; version: number }) {
	const t = useTranslations("playbook");
	const errorText = useErrorText();
	const { marks, dismiss } = useBoard();
	const mark = marks[itemId];
	if (!mark || mark.phase === "settled" || (mark.phase !== "refused" && mark.version < version)) return null;
	if (mark.phase === "refused")
		return (
			<p role="alert" className="mt-1 rounded-md bg-warning-soft px-2.5 py-1.5 text-warning-ink text-xs">
				{errorText(mark.refusal?.reason ?? "", mark.refusal?.params)}{" "}
				<button type="button" className="underline underline-offset-2" onClick={() => dismiss(itemId)}>
					{t("offline.ok")}
				</button>
			</p>
		);
	const words = { sending: "sending", kept: "kept", "signed-out": "signedOut" } as const;
	return (
		<p role="status" className="mt-1 text-info-ink text-xs">
			{t(`offline.${words[mark.phase]}`)}
		</p>
	);
}
