import { type ForceCode, forceCodes, type IndicatorId, indicatorIds } from "@/lib/domains/forces/constants";
import type { ForcePercentiles, ForceScorecard, IndicatorScore } from "@/lib/domains/forces/types";
import { percentRankBps, rankPercentiles } from "@/lib/platform/money/percentile";
import { compareRatio, makeRatio, type Ratio } from "@/lib/platform/money/ratio";

export type PartnerScorecard = { readonly partnerId: string; readonly scorecard: ForceScorecard };

/**
 * Where each partner stands among all partners of its track, in the order given: by exact value for an indicator
 * (turned round where smaller is better) and by score for a force and the composite. A partner without a value for
 * an indicator has no percentile there and is nobody's rival.
 */
export function rankInTrack(partners: readonly PartnerScorecard[]): ForcePercentiles[] {
	const composite = percentiles(partners.map((p) => p.scorecard.compositeBps));
	const forces = Object.fromEntries(
		forceCodes.map((code) => [code, percentiles(partners.map((p) => forceScore(p.scorecard, code)))]),
	) as Record<ForceCode, number[]>;
	const indicators = Object.fromEntries(
		indicatorIds.map((id) => [id, rankIndicator(partners.map((p) => findIndicator(p.scorecard, id)))]),
	) as Record<IndicatorId, (number | null)[]>;
	return partners.map((partner, i) => ({
		partnerId: partner.partnerId,
		compositeBps: composite[i] ?? 0,
		forces: mapRecord(forceCodes, (code) => forces[code][i] ?? 0),
		indicators: mapRecord(indicatorIds, (id) => indicators[id][i] ?? null),
	}));
}

function percentiles(scores: readonly number[]): number[] {
	return rankPercentiles(scores, (a, b) => a - b).map(percentRankBps);
}

function rankIndicator(scores: readonly (IndicatorScore | undefined)[]): (number | null)[] {
	const values = scores.map((score) => (score ? exactValue(score) : null));
	const present = values.filter((value) => value !== null);
	const turned = scores.some((score) => score?.smallerIsBetter);
	const ranked = rankPercentiles(present, (a, b) => (turned ? compareRatio(b, a) : compareRatio(a, b)));
	let next = 0;
	return values.map((value) => {
		const rank = value === null ? undefined : ranked[next++];
		return rank ? percentRankBps(rank) : null;
	});
}

function exactValue(score: IndicatorScore): Ratio | null {
	return makeRatio(BigInt(score.numerator), BigInt(score.denominator));
}

function forceScore(card: ForceScorecard, code: ForceCode): number {
	return card.forces.find((force) => force.force === code)?.scoreBps ?? 0;
}

function findIndicator(card: ForceScorecard, id: IndicatorId): IndicatorScore | undefined {
	return card.forces.flatMap((force) => force.indicators).find((indicator) => indicator.id === id);
}

function mapRecord<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
	return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
