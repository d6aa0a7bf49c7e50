"use client";

import { MessageSquareWarning } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useDesk } from "./desk-context";

/** Asks for changes on one field. It is also the row's stop for the keyboard: the keys J and K go from one to the next. */
export function AskButton({ path, field, onlyIcon }: { path: string; field: string; onlyIcon?: boolean }) {
	const t = useTranslations("review");
	const { state, toggleRequest, isOpen } = useDesk();
	if (!isOpen) return null;
	const isAsked = state.requests[path] !== undefined;
	return (
		<button
			type="button"
			data-review-row={path}
			aria-pressed={isAsked}
			aria-label={t("facts.askField", { field })}
			title={t("facts.askField", { field })}
			onClick={() => toggleRequest(path)}
			className={cn(
				"inline-flex min-h-6 min-w-6 shrink-0 items-center justify-center gap-1 rounded-md px-1 text-xs transition-colors",
				isAsked ? "bg-warning-soft text-warning-ink" : "text-ink-faint hover:bg-sunken hover:text-ink",
			)}
		>
			<MessageSquareWarning aria-hidden="true" className="size-3.5" />
			{!onlyIcon && <span>{t(isAsked ? "facts.asked" : "facts.ask")}</span>}
		</button>
	);
}
