import { cn } from "@/components/ui/cn";
import { type TierLevel, tierLevels } from "@/lib/domains/tiers/constants";
import { formatCount } from "@/lib/platform/format";
import type { Words } from "./words";

const fills: Record<TierLevel, string> = {
	1: "bg-tier-1 text-tier-1-mark",
	2: "bg-tier-2 text-tier-2-mark",
	3: "bg-tier-3 text-tier-3-mark",
	4: "bg-tier-4 text-tier-4-mark",
	5: "bg-tier-5 text-tier-5-mark",
};

/** How many partners hold each tier, as one bar from T1 to T5. */
export function TierDistribution({
	tiers,
	className,
	words: { t },
}: {
	tiers: Readonly<Record<TierLevel, number>>;
	className?: string;
	words: Words;
}) {
	const total = tierLevels.reduce((sum, level) => sum + tiers[level], 0);
	const counts = tierLevels.map((level) => `T${level} ${formatCount(tiers[level])}`).join(" · ");
	const label = t("runs.distributionLabel", { counts });
	return (
		<span
			role="img"
			aria-label={label}
			title={counts}
			className={cn("flex h-5 min-w-40 gap-px overflow-hidden rounded-[2px_8px_2px_2px] bg-line", className)}
		>
			{tierLevels.map((level) =>
				tiers[level] === 0 ? null : (
					<span
						key={level}
						className={cn(
							"figure flex min-w-0 items-center justify-center overflow-hidden text-2xs",
							fills[level],
						)}
						style={{ flexGrow: tiers[level], flexBasis: 0 }}
					>
						{tiers[level] * 10 >= total && formatCount(tiers[level])}
					</span>
				),
			)}
		</span>
	);
}
