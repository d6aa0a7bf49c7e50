import type { ReactNode } from "react";
import { cn } from "./cn";

export type TimelineTone = "neutral" | "brand" | "success" | "warning" | "danger";
export type TimelineItem = {
	id: string;
	title: ReactNode;
	/** When and by whom, already formatted. */
	meta?: ReactNode;
	body?: ReactNode;
	tone?: TimelineTone;
};

const dots: Record<TimelineTone, string> = {
	neutral: "bg-line-strong",
	brand: "bg-brand",
	success: "bg-success",
	warning: "bg-warning",
	danger: "bg-danger",
};

export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
	return (
		<ol aria-label={label} className="flex flex-col">
			{items.map((item) => (
				<li key={item.id} className="group/item relative flex gap-4 pb-5 last:pb-0">
					<span
						aria-hidden="true"
						className="absolute top-3 bottom-[-0.75rem] left-[0.3rem] w-px bg-line group-last/item:hidden"
					/>
					<span
						aria-hidden="true"
						className={cn(
							"relative mt-1.5 size-2.5 shrink-0 rounded-full ring-4 ring-surface",
							dots[item.tone ?? "neutral"],
						)}
					/>
					<div className="min-w-0">
						<p className="font-medium text-ink text-sm">{item.title}</p>
						{item.meta && <p className="figure text-ink-faint text-xs">{item.meta}</p>}
						{item.body && <div className="mt-1 text-ink-soft text-sm">{item.body}</div>}
					</div>
				</li>
			))}
		</ol>
	);
}
