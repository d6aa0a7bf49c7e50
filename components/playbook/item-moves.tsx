"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { newKey } from "@/components/forms/new-key";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { movePlaybookItem } from "@/lib/domains/playbook/actions/items";
import type { ItemMove, ItemState } from "@/lib/domains/playbook/types/template";

type Props = {
	item: { id: string; version: number; state: ItemState };
	moves: readonly ItemMove[];
	lacksEvidence: boolean;
};

/** What may be done with the item; returning asks for what is missing. */
export function ItemMoves({ item, moves, lacksEvidence }: Props) {
	const t = useTranslations("playbook");
	const run = useActionButton();
	const [busy, setBusy] = useState<ItemMove | null>(null);
	const [isReturning, setReturning] = useState(false);
	const why = useRef<HTMLTextAreaElement>(null);
	/** Pressed again after the line was down, it is the same move. */
	const sent = useRef({ intent: "", key: "" });
	async function press(move: ItemMove, text?: string) {
		setBusy(move);
		const intent = `${move} ${item.version}`;
		if (sent.current.intent !== intent) sent.current = { intent, key: newKey() };
		const request = { itemId: item.id, version: item.version, move, key: sent.current.key, text };
		const ok = await run(movePlaybookItem(request), t(`move.done${move}`));
		setBusy(null);
		if (ok) setReturning(false);
	}
	const needs = (move: ItemMove) => move === "COMPLETE" && lacksEvidence;
	return (
		<>
			{moves.toReversed().map((move) => (
				<Button
					key={move}
					variant={move === "COMPLETE" || move === "PROPOSE" ? "primary" : "secondary"}
					pending={busy === move}
					disabled={needs(move)}
					title={needs(move) ? t("list.needs") : undefined}
					onClick={() => (move === "RETURN" ? setReturning(true) : press(move))}
				>
					{move === "COMPLETE" && item.state === "PROPOSED" ? t("move.accept") : t(`move.${move}`)}
				</Button>
			))}
			<Dialog open={isReturning} onOpenChange={setReturning}>
				<DialogContent title={t("move.RETURN")}>
					<Field label={t("move.returnWhy")} required>
						<Textarea ref={why} rows={4} maxLength={2000} />
					</Field>
					<DialogActions>
						<Button
							pending={busy === "RETURN"}
							onClick={() => {
								const text = why.current?.value.trim();
								if (text) void press("RETURN", text);
								else why.current?.focus();
							}}
						>
							{t("move.RETURN")}
						</Button>
					</DialogActions>
				</DialogContent>
			</Dialog>
		</>
	);
}
