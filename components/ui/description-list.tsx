import type { ReactNode } from "react";
import { cn } from "./cn";

export type DescriptionItem = { term: string; detail: ReactNode; wide?: boolean };

/** Facts of one thing, term above detail. An empty detail shows a dash. */
export function DescriptionList({
	items,
	columns = 2,
}: {
	items: readonly DescriptionItem[];
	columns?: 1 | 2 | 3;
}) {
	return (
		<dl
			className={cn(
				"grid gap-x-8 gap-y-4",
				columns >= 2 && "sm:grid-cols-2",
				columns === 3 && "xl:grid-cols-3",
			)}
		>
			{items.map((item) => (
				<div key={item.term} className={cn("min-w-0", item.wide && "sm:col-span-full")}>
					<dt className="text-ink-faint text-xs">{item.term}</dt>
					<dd className="mt-0.5 text-ink text-sm">{item.detail ?? "–"}</dd>
				</div>
			))}
		</dl>
	);
}
