import { cn } from "@/components/ui/cn";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { RaceField, RaceStanding } from "@/lib/domains/tiers/types";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

const lineColours: Record<TierLevel, string> = {
	1: "bg-tier-1",
	2: "bg-tier-2",
	3: "bg-tier-3",
	4: "bg-tier-4",
	5: "bg-tier-5",
};
const flagColours: Record<TierLevel, string> = {
	1: "bg-tier-1 text-tier-1-mark",
	2: "bg-tier-2 text-tier-2-mark",
	3: "bg-tier-3 text-tier-3-mark",
	4: "bg-tier-4 text-tier-4-mark",
	5: "bg-tier-5 text-tier-5-mark",
};

/** Where rank `rank` stands on a track on which the wind blows to the right: the first at 100%, the last at 0%. */
function placeOf(rank: number, eligible: number): number {
	return eligible <= 1 ? 100 : ((eligible - rank) / (eligible - 1)) * 100;
}

/** The line between the last one inside and the first one outside. */
function lineAfter(rank: number, eligible: number): number {
	return placeOf(rank + 0.5, eligible);
}

/** The track with the partner's place, the cut-off lines and the bottom zone; of others it shows counts only. */
export async function RaceTrack({ field, standing }: { field: RaceField; standing: RaceStanding }) {
	const t = await getTranslations("tiers");
	const { eligible, bottomAfterRank } = field;
	const bottomWidth = bottomAfterRank < eligible ? lineAfter(bottomAfterRank, eligible) : 0;
	const own = placeOf(standing.rank, eligible);
	return (
		<div
			role="img"
			aria-label={t("receipt.raceTrack", {
				rank: formatCount(standing.rank),
				eligible: formatCount(eligible),
			})}
			className="relative mx-3 h-24"
		>
			<div className="absolute inset-x-0 top-11 h-3 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">
				<div className="absolute inset-y-0 left-0 bg-danger/50" style={{ width: `${bottomWidth}%` }} />
				<div
					className="absolute inset-y-0 left-0 bg-brand/25"
					style={{ left: `${bottomWidth}%`, width: `${Math.max(0, own - bottomWidth)}%` }}
				/>
			</div>
			{field.tiers.map((line, i) =>
				line.cutOffRank === null ? null : (
					<div
						key={line.tier}
						className={cn(
							"absolute flex -translate-x-1/2 flex-col items-center",
							i % 2 === 0 ? "top-0" : "top-5",
						)}
						style={{ left: `${lineAfter(line.cutOffRank, eligible)}%` }}
					>
						<span className={cn("figure rounded-[2px_7px_2px_2px] px-1.5 text-2xs", flagColours[line.tier])}>
							T{line.tier}
						</span>
						<span className={cn("w-0.5", i % 2 === 0 ? "h-11" : "h-6", lineColours[line.tier])} />
					</div>
				),
			)}
			<div className="absolute top-9 flex -translate-x-1/2 flex-col items-center" style={{ left: `${own}%` }}>
				<span className="size-7 rounded-[50%_50%_50%_2px] border-2 border-surface bg-spark shadow-sm" />
				<span
					className={cn(
						"figure mt-1 whitespace-nowrap font-semibold text-xs",
						own > 85 && "-translate-x-1/3",
						own < 15 && "translate-x-1/3",
					)}
				>
					{t("receipt.raceRank", { rank: formatCount(standing.rank) })}
				</span>
			</div>
			<span className="figure absolute bottom-0 left-0 -translate-x-2 text-2xs text-ink-faint">
				{own > 18 && t("receipt.rankEnd", { rank: formatCount(eligible) })}
			</span>
			<span className="figure absolute right-0 bottom-0 translate-x-1 text-2xs text-ink-faint">
				{own < 82 && t("receipt.rankEnd", { rank: 1 })}
			</span>
		</div>
	);
}
