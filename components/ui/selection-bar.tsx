"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { formatCount } from "@/lib/platform/format";
import { Button } from "./button";

/** Appears above a table while rows are chosen and holds what can be done to all of them. */
export function SelectionBar({
	count,
	onClear,
	children,
}: {
	count: number;
	onClear: () => void;
	children: ReactNode;
}) {
	const t = useTranslations("common");
	if (count === 0) return null;
	return (
		<div className="flex flex-wrap items-center gap-3 border-b bg-brand-soft px-4 py-2 text-sm">
			<p role="status" className="figure font-medium text-brand-ink">
				{t("selection.count", { count: formatCount(count) })}
			</p>
			<div className="ml-auto flex flex-wrap gap-2">
				{children}
				<Button variant="ghost" size="sm" onClick={onClear}>
					{t("selection.clear")}
				</Button>
			</div>
		</div>
	);
}
