import { type ForceCode, forceCodes, type IndicatorId, indicatorIds } from "@/lib/domains/forces/constants";
import type { ForcePercentiles, ForceScorecard, IndicatorScore } from "@/lib/domains/forces/types";
import { countBelow, percentRankBps } from "@/lib/platform/money/percentile";
import { compareRatiosOf, makeRatio, type Ratio } from "@/lib/platform/money/ratio";

export type PartnerScorecard = { readonly partnerId: string; readonly scorecard: ForceScorecard };

/** The figures of a track that are ranked, one list each; no scorecard is kept. */
type Columns = {
	readonly partnerIds: string[];
	readonly composite: number[];
	readonly forces: Readonly<Record<ForceCode, number[]>>;
	readonly indicators: Readonly<Record<IndicatorId, IndicatorColumn>>;
};
type IndicatorColumn = { readonly values: (Ratio | null)[]; isTurned: boolean };

/**
 * Where each partner stands among all partners of its track, in the order given: by exact value for an indicator
 * (turned round where smaller is better) and by score for a force and the composite. A partner without a value for
 * an indicator has no percentile there and is nobody's rival. Takes the scorecards one at a time.
 */
export function rankInTrack(partners: Iterable<PartnerScorecard>): ForcePercentiles[] {
	const columns = gatherColumns(partners);
	const composite = rankScores(columns.composite);
	const forces = mapRecord(forceCodes, (code) => rankScores(columns.forces[code]));
	const indicators = mapRecord(indicatorIds, (id) => rankIndicator(columns.indicators[id]));
	return columns.partnerIds.map((partnerId, at) => ({
		partnerId,
		compositeBps: composite[at] ?? 0,
		forces: mapRecord(forceCodes, (code) => forces[code][at] ?? 0),
		indicators: mapRecord(indicatorIds, (id) => indicators[id][at] ?? null),
	}));
}

function gatherColumns(partners: Iterable<PartnerScorecard>): Columns {
	const columns: Columns = {
		partnerIds: [],
		composite: [],
		forces: mapRecord(forceCodes, () => []),
		indicators: mapRecord(indicatorIds, () => ({ values: [], isTurned: false })),
	};
	for (const { partnerId, scorecard } of partners) {
		const at = columns.partnerIds.push(partnerId) - 1;
		columns.composite.push(scorecard.compositeBps);
		for (const code of forceCodes) columns.forces[code].push(0);
		for (const id of indicatorIds) columns.indicators[id].values.push(null);
		for (const { force, scoreBps, indicators } of scorecard.forces) {
			columns.forces[force][at] = scoreBps;
			for (const indicator of indicators) takeIndicator(columns.indicators[indicator.id], at, indicator);
		}
	}
	return columns;
}

function takeIndicator(column: IndicatorColumn, at: number, score: IndicatorScore): void {
	column.values[at] = makeRatio(BigInt(score.numerator), BigInt(score.denominator));
	column.isTurned ||= score.smallerIsBetter;
}

function rankScores(scores: readonly number[]): number[] {
	return toPercentiles(countBelow(scores.length, (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0)));
}

function rankIndicator({ values, isTurned }: IndicatorColumn): (number | null)[] {
	const present = values.filter((value) => value !== null);
	const compare = compareRatiosOf(present);
	const ranked = toPercentiles(countBelow(present.length, isTurned ? (a, b) => compare(b, a) : compare));
	let next = 0;
	return values.map((value) => (value === null ? null : (ranked[next++] ?? 0)));
}

/** One that is alone has nobody ahead of it. */
function toPercentiles(below: Int32Array): number[] {
	const others = below.length - 1;
	if (others <= 0) return Array.from(below, () => percentRankBps({ below: 1, others: 1 }));
	return Array.from(below, (count) => percentRankBps({ below: count, others }));
}

function mapRecord<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
	return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
