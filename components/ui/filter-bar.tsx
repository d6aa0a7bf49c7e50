"use client";

import { ChevronDown, ListFilter } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "./badge";
import { Button } from "./button";
import { cn } from "./cn";

export type FilterBarProps = {
	/** The page's own address without a query; 重置 leads back to it. */
	path: string;
	/** Named controls with the current values as their defaults. They end up in the address. */
	children: ReactNode;
	/** How many filters are in force; shown while the bar is folded. */
	activeCount?: number;
	/** What the address keeps besides the filters, such as the chosen tab or the sort order. */
	keep?: Record<string, string>;
	defaultOpen?: boolean;
};

export function FilterBar({ path, children, activeCount = 0, keep, defaultOpen = true }: FilterBarProps) {
	const t = useTranslations("common");
	const router = useRouter();
	const bodyId = useId();
	const [open, setOpen] = useState(defaultOpen);
	const [pending, startTransition] = useTransition();
	function query(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const search = new URLSearchParams(keep);
		for (const [name, value] of new FormData(event.currentTarget)) {
			if (typeof value === "string" && value.trim() !== "") search.append(name, value.trim());
		}
		startTransition(() => router.push(search.size > 0 ? `${path}?${search}` : path));
	}
	const resetHref = keep && Object.keys(keep).length > 0 ? `${path}?${new URLSearchParams(keep)}` : path;
	return (
		<form action={path} method="get" onSubmit={query} className="rounded-lg border bg-surface">
			<button
				type="button"
				aria-expanded={open}
				aria-controls={bodyId}
				onClick={() => setOpen(!open)}
				className="flex w-full items-center gap-2 rounded-lg px-5 py-3 text-left font-medium text-sm -outline-offset-2"
			>
				<ListFilter aria-hidden="true" className="size-4 text-ink-faint" />
				{t("filters.title")}
				{activeCount > 0 && <Badge tone="brand">{t("filters.active", { count: activeCount })}</Badge>}
				<ChevronDown
					aria-hidden="true"
					className={cn("ml-auto size-4 text-ink-faint transition-transform", open && "rotate-180")}
				/>
			</button>
			<div id={bodyId} hidden={!open} className="border-t px-5 py-4">
				<div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">{children}</div>
				<div className="mt-4 flex justify-end gap-2">
					<Button
						variant="secondary"
						type="reset"
						onClick={() => startTransition(() => router.push(resetHref))}
					>
						{t("actions.reset")}
					</Button>
					<Button type="submit" pending={pending}>
						{t("actions.query")}
					</Button>
				</div>
			</div>
		</form>
	);
}
