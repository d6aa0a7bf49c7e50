"use client";

import { useLocale, useTranslations } from "use-intl";
import { describeFigure } from "@/components/admission/describe-figure";
import { cn } from "@/components/ui/cn";

export type ScoreMeterProps = {
	label: string;
	/** Basis points of 0–100; null while not everything is scored. */
	valueBps: number | null;
	/** The line it has to hold. */
	lineBps: number;
	/** Words for a screen reader and the eye: whether it holds. */
	verdict?: boolean;
};

/** A score on 0–100 with the line it has to hold. */
export function ScoreMeter({ label, valueBps, lineBps, verdict }: ScoreMeterProps) {
	const t = useTranslations("admission");
	const locale = useLocale();
	const holds = valueBps !== null && valueBps >= lineBps;
	return (
		<div className="min-w-0">
			<div className="flex items-baseline justify-between gap-3">
				<span className="text-ink-soft text-xs">{label}</span>
				<span className="figure flex items-baseline gap-2">
					{verdict && valueBps !== null && (
						<span className={cn("text-xs", holds ? "text-success-ink" : "text-danger-ink")}>
							{t(holds ? "review.aboveLine" : "review.belowLine")}
						</span>
					)}
					<span className="font-semibold text-ink text-xl">
						{valueBps === null ? "–" : describeFigure(String(valueBps), "score", locale)}
					</span>
				</span>
			</div>
			<div aria-hidden="true" className="relative mt-1.5 h-2 rounded-full bg-line">
				<div
					className={cn("h-full rounded-full transition-[width]", holds ? "bg-brand" : "bg-danger")}
					style={{ width: `${(valueBps ?? 0) / 100}%` }}
				/>
				<span
					aria-hidden="true"
					className="absolute -top-1 h-4 w-0.5 rounded-full bg-ink"
					style={{ left: `${lineBps / 100}%` }}
				/>
			</div>
			<p className="figure relative mt-1 h-4 text-2xs text-ink-faint">
				<span className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${lineBps / 100}%` }}>
					{t("form.line", { value: describeFigure(String(lineBps), "score", locale) })}
				</span>
			</p>
		</div>
	);
}
