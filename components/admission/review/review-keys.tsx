"use client";

import { Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { routes } from "@/lib/platform/routes/routes";
import { askFocused, chooseDecision, clickIn, isTyping, leaveField, moveRow } from "./desk-moves";

const groups = {
	global: [
		["help", "?"],
		["next", "N"],
		["previous", "P"],
		["take", "T"],
	],
	review: [
		["move", "J / K"],
		["forces", "F"],
		["score", "0 – 5"],
		["ask", "C"],
		["approve", "A"],
		["reject", "R"],
		["changes", "M"],
		["submit", "Ctrl + Enter"],
		["back", "Esc"],
	],
} as const;

const storageKey = "review-keys";

export type ReviewKeysProps = { previousId: string | null; nextId: string | null };

/** The page by keyboard: what each key does, on `?`. Letters can be switched off (WCAG 2.1.4) and never fire while typing. */
export function ReviewKeys({ previousId, nextId }: ReviewKeysProps) {
	const t = useTranslations("review");
	const router = useRouter();
	const [open, setOpen] = useState(false);
	const [isOn, setOn] = useState(true);
	useEffect(() => setOn(localStorage.getItem(storageKey) !== "off"), []);
	useEffect(() => {
		const go = (id: string | null) => id && router.push(routes.ops.application(id));
		const keys: Record<string, () => void> = {
			"?": () => setOpen(true),
			n: () => go(nextId),
			p: () => go(previousId),
			j: () => moveRow(1),
			k: () => moveRow(-1),
			f: () => clickIn("[data-rubric-row] input", "focus"),
			c: askFocused,
			a: () => chooseDecision("APPROVE"),
			r: () => chooseDecision("REJECT"),
			m: () => chooseDecision("REQUEST_CHANGES"),
			t: () => clickIn("[data-review-take] button", "click"),
		};
		const take = (event: KeyboardEvent) => {
			if (event.key === "Escape") return leaveField(event);
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
			const act = keys[event.key.toLowerCase()];
			if (!act || (!isOn && event.key !== "?")) return;
			event.preventDefault();
			act();
		};
		window.addEventListener("keydown", take);
		return () => window.removeEventListener("keydown", take);
	}, [isOn, nextId, previousId, router]);
	return (
		<>
			<Button variant="ghost" size="sm" onClick={() => setOpen(true)} className="max-md:hidden">
				<Keyboard aria-hidden="true" />
				{t("keys.open")}
				<kbd className="rounded-sm border px-1 text-2xs">?</kbd>
			</Button>
			<Dialog open={open} onOpenChange={setOpen}>
				<DialogContent title={t("keys.title")} description={t("keys.text")}>
					{(["global", "review"] as const).map((group) => (
						<section key={group} className="mb-4">
							<h3 className="mb-1 text-ink-faint text-xs">{t(`keys.${group}`)}</h3>
							<dl className="divide-y">
								{groups[group].map(([item, keys]) => (
									<div key={item} className="flex items-center justify-between gap-4 py-1.5 text-sm">
										<dt className="text-ink">{t(`keys.items.${item}`)}</dt>
										<dd>
											<kbd className="figure whitespace-nowrap rounded-sm border bg-sunken px-1.5 py-0.5 text-xs">
												{keys}
											</kbd>
										</dd>
									</div>
								))}
							</dl>
						</section>
					))}
					<div className="border-t pt-3">
						<Switch
							label={t("keys.on")}
							checked={isOn}
							onCheckedChange={(next) => {
								setOn(next);
								localStorage.setItem(storageKey, next ? "on" : "off");
							}}
						/>
					</div>
				</DialogContent>
			</Dialog>
		</>
	);
}
