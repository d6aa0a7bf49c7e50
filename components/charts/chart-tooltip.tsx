export type TooltipRow = { key: string; label: string; colour: string; text: string };

/** The panel under the pointer; its figures are exact. */
export function ChartTooltip({ title, rows }: { title: string; rows: readonly TooltipRow[] }) {
	return (
		<div className="figure rounded-md border bg-raised px-3 py-2 text-xs shadow-lg">
			<p className="mb-1 font-medium text-ink">{title}</p>
			<ul className="flex flex-col gap-0.5">
				{rows.map((row) => (
					<li key={row.key} className="flex items-center gap-2 text-ink-soft">
						<span aria-hidden="true" className="size-2 rounded-full" style={{ background: row.colour }} />
						{row.label}
						<span className="ml-auto pl-4 font-medium text-ink">{row.text}</span>
					</li>
				))}
			</ul>
		</div>
	);
}
