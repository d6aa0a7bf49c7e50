"use client";

import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

/** "这个数怎么来的": the definition, the inputs and the rule version behind a figure. */
export function Explain({ subject, children }: { subject: string; children: ReactNode }) {
	const t = useTranslations("common");
	return (
		<Popover>
			<PopoverTrigger
				aria-label={t("explain.about", { subject })}
				className="rounded-full p-1 text-ink-faint hover:text-brand-ink"
			>
				<CircleHelp aria-hidden="true" className="size-4" />
			</PopoverTrigger>
			<PopoverContent>
				<p className="mb-1.5 font-semibold">{t("explain.title")}</p>
				<div className="space-y-2 text-ink-soft">{children}</div>
			</PopoverContent>
		</Popover>
	);
}
