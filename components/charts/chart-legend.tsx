import { cn } from "@/components/ui/cn";
import { type ChartSeries, chartColour } from "./series";

/** What each stroke means; a dashed series has a dashed sign, so that colour is not alone. */
export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
	if (series.length < 2) return null;
	return (
		<ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 px-2 text-ink-soft text-xs">
			{series.map((item) => (
				<li key={item.key} className="flex items-center gap-2">
					<span
						aria-hidden="true"
						className={cn("w-4 border-t-3", item.look === "dashed" && "border-dashed")}
						style={{ borderColor: chartColour(item.tone) }}
					/>
					{item.label}
				</li>
			))}
		</ul>
	);
}
