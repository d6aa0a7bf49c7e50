"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { PartProps } from "./part-choice";
import { moveItem } from "./toggle-choice";

/** Items to put in order with two buttons each; the shown order counts only once the candidate says so. */
export function PartOrdering({ part, chosen, disabled, onChoose }: PartProps) {
	const t = useTranslations("sitting");
	const [told, setTold] = useState("");
	const order = chosen ?? part.options.map((_, at) => at);
	function move(at: number, by: 1 | -1) {
		const next = moveItem(order, at, by);
		onChoose(next);
		setTold(t("question.moved", { item: part.options[order[at] ?? 0] ?? "", place: at + by + 1 }));
	}
	return (
		<div className="space-y-2">
			<p className="text-ink-faint text-sm">{part.prompt || t("question.order")}</p>
			<ol className="space-y-2">
				{order.map((option, at) => (
					<li key={option} className="flex items-center gap-3 rounded-md border px-4 py-2 text-sm">
						<span className="figure text-ink-faint">{at + 1}</span>
						<span className="wrap-anywhere min-w-0 flex-1">{part.options[option]}</span>
						<Button
							variant="ghost"
							size="icon"
							disabled={disabled || at === 0}
							aria-label={t("question.up", { item: part.options[option] ?? "" })}
							onClick={() => move(at, -1)}
						>
							<ArrowUp aria-hidden="true" />
						</Button>
						<Button
							variant="ghost"
							size="icon"
							disabled={disabled || at === order.length - 1}
							aria-label={t("question.down", { item: part.options[option] ?? "" })}
							onClick={() => move(at, 1)}
						>
							<ArrowDown aria-hidden="true" />
						</Button>
					</li>
				))}
			</ol>
			{!chosen && (
				<Button variant="secondary" size="sm" disabled={disabled} onClick={() => onChoose(order)}>
					{t("question.keepOrder")}
				</Button>
			)}
			<p className="sr-only" role="status">
				{told}
			</p>
		</div>
	);
}
