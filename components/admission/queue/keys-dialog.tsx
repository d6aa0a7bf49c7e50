"use client";

import { Keyboard } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; canAssign: boolean };

/** What the keys do. Closed, it gives the focus back to where the reader was: the row, when a key opened it. */
export function KeysDialog({ open, onOpenChange, canAssign }: Props) {
	const t = useTranslations("queue");
	const before = useRef<Element | null>(null);
	const keys = [
		{ keys: ["j", "↓"], does: t("keys.next") },
		{ keys: ["k", "↑"], does: t("keys.previous") },
		{ keys: [t("keys.enter")], does: t("keys.open") },
		{ keys: ["c"], does: t("keys.claim") },
		...(canAssign ? [{ keys: ["x"], does: t("keys.select") }] : []),
		{ keys: ["n"], does: t("keys.claimNext") },
		{ keys: ["/"], does: t("keys.search") },
		{ keys: ["?"], does: t("keys.help") },
	];
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<Button
				variant="ghost"
				size="icon-sm"
				aria-label={t("keys.button")}
				aria-haspopup="dialog"
				title={t("keys.button")}
				onClick={() => onOpenChange(true)}
			>
				<Keyboard aria-hidden="true" />
			</Button>
			<DialogContent
				title={t("keys.title")}
				description={t("keys.hint")}
				onOpenAutoFocus={() => {
					before.current = document.activeElement;
				}}
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					if (before.current instanceof HTMLElement) before.current.focus();
				}}
			>
				<dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2.5 text-sm">
					{keys.map((line) => (
						<div key={line.does} className="contents">
							<dt className="flex gap-1.5">
								{line.keys.map((key) => (
									<kbd
										key={key}
										className="min-w-7 rounded-sm border bg-sunken px-1.5 py-0.5 text-center font-mono text-xs"
									>
										{key}
									</kbd>
								))}
							</dt>
							<dd className="text-ink-soft">{line.does}</dd>
						</div>
					))}
				</dl>
			</DialogContent>
		</Dialog>
	);
}
