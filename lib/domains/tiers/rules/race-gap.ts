import type { TierLevel } from "@/lib/domains/tiers/constants";
import { raceScoreBps } from "@/lib/domains/tiers/rules/rank-track";
import { beatsCutOff, competedFor } from "@/lib/domains/tiers/rules/rejudge";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { BPS } from "@/lib/platform/money/bps";

/** What stands between a partner and the places of a tier, its criteria aside. */
export type RaceGap = {
	readonly ranksToGain: number | null;
	readonly scoreBps: number;
	/** The score that is surely ahead of the cut-off; null where everybody who met the tier had a place. */
	readonly neededScoreBps: number | null;
	/** The composite that brings it with both percentiles held; null: not even 100. */
	readonly compositeBps: number | null;
	/** The partners to be ahead of in GMV, of `others`, with composite and growth held; null: not even all of them. */
	readonly gmvBelow: number | null;
	readonly gmvBelowNow: number;
	readonly others: number;
	/** The tier has exactly as many holders as places: the score to beat is nobody's cut-off and so is not shown. */
	readonly isLineUnknown: boolean;
};

/** Null where the race does not stand in the way: no limit, a free place, or a score ahead of the line already. */
export function findRaceGap(receipt: DecisionReceipt, tier: TierLevel): RaceGap | null {
	const { standing, field } = receipt.race;
	const line = field.tiers.find((one) => one.tier === tier);
	if (!standing || !line || line.places === null) return null;
	const isCandidate = competedFor(receipt, tier);
	if (isCandidate && receipt.decision.raceTier >= tier) return null;
	if (!isCandidate && line.taken < line.places) return null;
	if (beatsCutOff(line, standing.scoreBps)) return null;
	if (line.cutOffRank !== null && standing.rank < line.cutOffRank) return null;
	const { scoreBps, gmvBelow, others } = standing;
	const head = { scoreBps, gmvBelowNow: gmvBelow, others };
	if (line.cutOffScoreBps === null || line.cutOffRank === null) {
		if (standing.rank <= line.places) return null;
		const nothing = { ranksToGain: null, neededScoreBps: null, compositeBps: null, gmvBelow: null };
		return { ...head, ...nothing, isLineUnknown: true };
	}
	const needed = line.cutOffScoreBps + 1;
	return {
		...head,
		ranksToGain: standing.rank > line.cutOffRank ? standing.rank - line.cutOffRank : null,
		neededScoreBps: needed,
		compositeBps: leastComposite(receipt, needed),
		gmvBelow: leastGmvBelow(receipt, needed),
		isLineUnknown: false,
	};
}

function leastComposite({ rules, race, inputs }: DecisionReceipt, needed: number): number | null {
	const { standing } = race;
	if (!standing) return null;
	const reaches = (composite: number) => raceScoreBps(rules.race.weightsBps, composite, standing) >= needed;
	return findLeast(inputs.compositeBps, BPS, reaches);
}

function leastGmvBelow({ rules, race, inputs }: DecisionReceipt, needed: number): number | null {
	const { standing } = race;
	if (!standing) return null;
	const reaches = (gmvBelow: number) =>
		raceScoreBps(rules.race.weightsBps, inputs.compositeBps, { ...standing, gmvBelow }) >= needed;
	return findLeast(standing.gmvBelow, standing.others, reaches);
}

/** The least whole number of a range for which something holds that, once it holds, holds for all above; null: none. */
export function findLeast(from: number, to: number, holds: (value: number) => boolean): number | null {
	if (from > to || !holds(to)) return null;
	let [low, high] = [from, to];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
