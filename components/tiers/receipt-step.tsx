import type { ReactNode } from "react";

/** One step of a run, numbered as domain.md §3.3 orders them; steps are joined by a dashed line like a streamline. */
export function ReceiptStep({
	n,
	title,
	hint,
	aside,
	children,
}: {
	n: number;
	title: string;
	hint?: ReactNode;
	/** At the right end of the title line. */
	aside?: ReactNode;
	children: ReactNode;
}) {
	return (
		<section className="relative border-line border-t border-dashed px-5 py-5 sm:px-7">
			<div className="mb-3 flex items-baseline gap-3">
				<span aria-hidden="true" className="figure font-semibold text-brand-ink text-sm">
					{String(n).padStart(2, "0")}
				</span>
				<div className="min-w-0 flex-1">
					<h3 className="font-semibold text-base text-ink">{title}</h3>
					{hint && <p className="text-ink-faint text-xs">{hint}</p>}
				</div>
				{aside}
			</div>
			<div className="text-sm sm:pl-8">{children}</div>
		</section>
	);
}
