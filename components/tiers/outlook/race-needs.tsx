import { Flag } from "lucide-react";
import type { RaceGap } from "@/lib/domains/tiers/rules/race-gap";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { formatCount, formatScoreBps } from "@/lib/platform/format";
import type { Words } from "./words";

/** Where the race stands in the way: ranks, points, and what would bring them. Nothing for a line nobody knows. */
export function RaceNeeds({
	race,
	receipt,
	words: { t },
}: {
	race: RaceGap;
	receipt: DecisionReceipt;
	words: Words;
}) {
	if (race.isLineUnknown || race.neededScoreBps === null) return null;
	const now = formatScoreBps(receipt.inputs.compositeBps);
	const others = formatCount(race.others);
	return (
		<div className="flex items-start gap-2.5 rounded-lg bg-brand-soft/60 px-4 py-3 text-sm">
			<Flag aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-brand-ink" />
			<div className="min-w-0">
				<h3 className="font-semibold">{t("race.title")}</h3>
				<p>
					{t("race.score", {
						score: formatScoreBps(race.scoreBps),
						needed: formatScoreBps(race.neededScoreBps),
					})}{" "}
					{race.ranksToGain !== null && t("race.ranks", { ranks: race.ranksToGain })}
				</p>
				<ul className="mt-1 list-disc space-y-0.5 pl-4 text-ink-soft">
					<li>
						{race.compositeBps === null
							? t("race.compositeNone")
							: t("race.composite", { composite: formatScoreBps(race.compositeBps), now })}
					</li>
					<li>
						{race.gmvBelow === null
							? t("race.gmvNone")
							: t("race.gmv", {
									below: formatCount(race.gmvBelow),
									others,
									now: formatCount(race.gmvBelowNow),
								})}
					</li>
				</ul>
				<p className="mt-1 text-ink-faint text-xs">{t("race.why")}</p>
			</div>
		</div>
	);
}
