import { compareText } from "@/lib/domains/decisions/rules/canonical-json";
import type { Contender } from "@/lib/domains/tiers/rules/decide";
import type { TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { GrowthShown, PartnerFacts, RaceStanding } from "@/lib/domains/tiers/types";
import { BPS, ratioToBps } from "@/lib/platform/money/bps";
import { rankPercentiles } from "@/lib/platform/money/percentile";
import { compareRatio, ONE, type Ratio, subtractRatio } from "@/lib/platform/money/ratio";

type RaceWeights = TrackTierPolicy["race"]["weightsBps"];
/** A partner in the race. */
export type Runner = { readonly contender: Contender; readonly standing: RaceStanding };

/**
 * Trailing months ÷ the months before, as a factor. Where the months before came to nothing (or less) there is no base
 * to grow from: the factor is 1, neither growth nor decline.
 */
export function growthFactor(facts: Pick<PartnerFacts, "gmvFen" | "gmvBeforeFen">): Ratio {
	return facts.gmvBeforeFen > 0n ? { num: facts.gmvFen, den: facts.gmvBeforeFen } : ONE;
}

export function showGrowth(facts: Pick<PartnerFacts, "gmvFen" | "gmvBeforeFen">): GrowthShown {
	if (facts.gmvBeforeFen <= 0n) return { growthBps: null, reason: "NO_BASE" };
	return { growthBps: ratioToBps(subtractRatio(growthFactor(facts), ONE)).toString(), reason: null };
}

/**
 * The race score times `others` times 10,000, in basis points of 0–100: an integer, so that two partners of one track
 * compare exactly. The composite enters in whole basis points, the percentiles as exact fractions of `others`.
 * Stays below 2^53 up to 90 million partners.
 */
export function scaledRaceScore(
	weights: RaceWeights,
	compositeBps: number,
	place: Pick<RaceStanding, "gmvBelow" | "growthBelow" | "others">,
): number {
	const percentiles = weights.gmv * place.gmvBelow + weights.growth * place.growthBelow;
	return weights.composite * compositeBps * place.others + BPS * percentiles;
}

export function raceScoreBps(
	weights: RaceWeights,
	compositeBps: number,
	place: Omit<RaceStanding, "rank" | "scoreBps">,
) {
	const scaled = scaledRaceScore(weights, compositeBps, place);
	const unit = place.others * BPS;
	return (scaled - (scaled % unit)) / unit;
}

/**
 * Ranks the eligible partners of a track, best first: 50% composite, 30% GMV percentile, 20% growth percentile under
 * policy v1; equal scores by higher GMV, then by partner id in code-unit order (domain.md §3.3 step 3).
 */
export function rankTrack(weights: RaceWeights, contenders: readonly Contender[]): Runner[] {
	const eligible = contenders.map((contender) => contender.facts);
	const gmv = rankPercentiles(eligible, (a, b) => compareBig(a.gmvFen, b.gmvFen));
	const growth = rankPercentiles(eligible.map(growthFactor), compareRatio);
	const scored = contenders.map((contender, i) => {
		const { facts } = contender;
		const place = {
			gmvBelow: gmv[i]?.below ?? 0,
			growthBelow: growth[i]?.below ?? 0,
			others: Math.max(1, eligible.length - 1),
		};
		return { contender, facts, place, score: scaledRaceScore(weights, facts.compositeBps, place) };
	});
	scored.sort(
		(a, b) =>
			b.score - a.score ||
			compareBig(b.facts.gmvFen, a.facts.gmvFen) ||
			compareText(a.facts.partnerId, b.facts.partnerId),
	);
	return scored.map(({ contender, facts, place }, i) => ({
		contender,
		standing: { rank: i + 1, ...place, scoreBps: raceScoreBps(weights, facts.compositeBps, place) },
	}));
}

function compareBig(a: bigint, b: bigint): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
