import { Flag } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { WindBarb, type WindTier } from "@/components/ui/wind-barb";

export type WindScaleStep = {
	tier: WindTier;
	/** The tier's name from the data, such as 劲风. */
	name: string;
	/** What it takes, such as "近 12 月净成交 > 1亿". */
	note?: ReactNode;
};

export type WindScaleProps = {
	label: string;
	/** From T1 up to T5. */
	steps: readonly WindScaleStep[];
	/** The tier held now: everything up to it is filled. */
	current?: WindTier;
	/** Says "当前层级" beside the held tier. */
	currentLabel?: string;
};

const fills: Record<WindTier, string> = {
	1: "bg-tier-1 text-tier-1-mark",
	2: "bg-tier-2 text-tier-2-mark",
	3: "bg-tier-3 text-tier-3-mark",
	4: "bg-tier-4 text-tier-4-mark",
	5: "bg-tier-5 text-tier-5-mark",
};
const sizes: Record<WindTier, string> = {
	1: "sm:size-10",
	2: "sm:size-12",
	3: "sm:size-14",
	4: "sm:size-16",
	5: "sm:size-20",
};
const heights: Record<WindTier, string> = {
	1: "sm:h-20",
	2: "sm:h-26",
	3: "sm:h-32",
	4: "sm:h-38",
	5: "sm:h-46",
};

/** The five tiers as a wind scale that rises from 微风 to 疾风; on a phone it lies on its side. */
export function WindScale({ label, steps, current, currentLabel }: WindScaleProps) {
	return (
		<ol aria-label={label} className="flex flex-col gap-2 sm:flex-row sm:items-end sm:gap-1.5">
			{steps.map((step) => {
				const isCurrent = step.tier === current;
				const isReached = current === undefined || step.tier <= current;
				return (
					<li
						key={step.tier}
						aria-current={isCurrent ? "true" : undefined}
						className="flex min-w-0 items-center gap-3 sm:flex-1 sm:flex-col sm:items-stretch sm:gap-2"
					>
						<span
							className={cn(
								"flex h-12 w-16 shrink-0 items-center justify-center rounded-[3px_14px_3px_3px] sm:w-full sm:items-start sm:justify-start sm:p-3",
								heights[step.tier],
								isReached ? fills[step.tier] : "border border-line-strong/60 border-dashed text-ink-faint",
							)}
						>
							<WindBarb tier={step.tier} className={cn("size-8 sm:[stroke-width:2]", sizes[step.tier])} />
						</span>
						<span className="min-w-0 sm:min-h-14">
							<span className="flex flex-wrap items-baseline gap-x-1.5 font-semibold text-ink">
								<span className="figure text-ink-faint text-xs">T{step.tier}</span>
								{step.name}
								{isCurrent && currentLabel && (
									<span className="inline-flex items-center gap-1 self-center rounded-sm bg-spark px-1.5 font-medium text-2xs text-on-spark">
										<Flag aria-hidden="true" className="size-3" />
										{currentLabel}
									</span>
								)}
							</span>
							{step.note && <span className="block text-ink-faint text-xs">{step.note}</span>}
						</span>
					</li>
				);
			})}
		</ol>
	);
}
