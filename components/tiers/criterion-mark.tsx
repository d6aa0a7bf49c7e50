import { Check, X } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { Figure } from "@/components/ui/figure";
import type { CriterionResult } from "@/lib/domains/tiers/types";
import { marginOf } from "./criteria-rows";
import { formatMetric, signOf } from "./format-metric";
import type { Words } from "./words";

/** One criterion of one tier: its threshold, whether it holds, and by how much it does or does not. */
export function CriterionMark({
	criterion,
	words: { t, locale },
}: {
	criterion: CriterionResult;
	words: Words;
}) {
	const { passed, unit, gap } = criterion;
	const line = formatMetric(criterion.threshold, unit, locale);
	const margin = marginOf(criterion);
	const Icon = passed ? Check : X;
	const failure = criterion.comparison === "<=" ? "receipt.tooHigh" : "receipt.short";
	const distance = passed ? margin : gap;
	return (
		<span className="flex items-start gap-2">
			<Icon
				aria-hidden="true"
				className={cn(
					"mt-0.5 size-4 shrink-0 rounded-full p-0.5",
					passed ? "bg-success-soft text-success-ink" : "bg-danger-soft text-danger-ink",
				)}
			/>
			<span className="figure min-w-0 text-sm leading-5">
				<span className="sr-only">{t(passed ? "receipt.passed" : "receipt.failed")} </span>
				{signOf(criterion.comparison)}&nbsp;
				<Figure value={line} unitClassName="text-[0.85em]" />
				<span className={cn("block text-xs", passed ? "text-ink-faint" : "font-medium text-danger-ink")}>
					{distance === null
						? t("receipt.noData")
						: t(passed ? "receipt.over" : failure, {
								gap: formatMetric(distance, unit, locale).text,
							})}
				</span>
			</span>
		</span>
	);
}
