import type { ForceCode, IndicatorId } from "@/lib/domains/forces/constants";
import {
	divideMeasure,
	type Measure,
	measureIndicator,
	sumForceFacts,
} from "@/lib/domains/forces/rules/measure-indicators";
import type { ForcePolicy, IndicatorPolicy } from "@/lib/domains/forces/schema";
import type {
	ForceScore,
	ForceScorecard,
	ForceTotals,
	IndicatorScore,
	MonthlyForceFacts,
} from "@/lib/domains/forces/types";
import {
	addRatio,
	compareRatio,
	floorDiv,
	ONE,
	type Ratio,
	ratioFromDecimal,
	ratioToDecimal,
	subtractRatio,
	ZERO,
} from "@/lib/platform/money/ratio";
import { type Month, trailingMonths } from "@/lib/platform/time";

const WHOLE = 10_000n;

/**
 * Scores a partner's five forces over the policy's trailing months ending with `month` (domain.md §3.2).
 *
 * Every score is an exact fraction until the end. The one rounding is `toScoreBps`: down, to basis points of 0–100
 * (8,500 = 85.00). Rounded down, a score reaches a threshold given in basis points exactly when the fraction does,
 * and nobody is rounded over a line. Displayed points may therefore add up to slightly less than their sum.
 */
export function scoreForces(
	policy: ForcePolicy,
	rows: readonly MonthlyForceFacts[],
	month: Month,
): ForceScorecard {
	const window = trailingMonths(month, policy.months);
	const present = new Set(rows.map((row) => row.month));
	const monthsPresent = window.filter((m) => present.has(m));
	return scoreTotals(policy, sumForceFacts(rows, window), { window, monthsPresent });
}

/** The same from the sums over the window. */
export function scoreTotals(
	policy: ForcePolicy,
	totals: ForceTotals,
	span: Pick<ForceScorecard, "window" | "monthsPresent">,
): ForceScorecard {
	return scoreMeasures(policy, (id) => measureIndicator(id, totals), span);
}

/** The scorecard made again from the measures, floors, targets and weights it states: equal unless it was altered. */
export function rebuildScorecard(card: ForceScorecard): ForceScorecard {
	const indicators = card.forces.flatMap((force) => force.indicators);
	const measure = (id: IndicatorId): Measure => {
		const stated = indicators.find((indicator) => indicator.id === id);
		return { num: BigInt(stated?.numerator ?? 0), den: BigInt(stated?.denominator ?? 0) };
	};
	return scoreMeasures({ forces: card.forces }, measure, card);
}

type ForceWeights = {
	readonly forces: readonly {
		readonly force: ForceCode;
		readonly weightBps: number;
		readonly indicators: readonly IndicatorPolicy[];
	}[];
};

function scoreMeasures(
	policy: ForceWeights,
	measure: (id: IndicatorId) => Measure,
	{ window, monthsPresent }: Pick<ForceScorecard, "window" | "monthsPresent">,
): ForceScorecard {
	const scored = policy.forces.map(({ force, weightBps, indicators }) => {
		const parts = indicators.map((indicator) => scoreIndicator(indicator, measure(indicator.id)));
		const exact = parts.reduce((sum, part) => addRatio(sum, part.weighted), ZERO);
		return {
			force,
			weightBps,
			exact,
			weighted: weigh(exact, weightBps),
			indicators: parts.map((part) => part.score),
		};
	});
	const composite = scored.reduce((sum, part) => addRatio(sum, part.weighted), ZERO);
	const forces = scored.map(
		({ force, weightBps, exact, weighted, indicators }): ForceScore => ({
			force,
			weightBps,
			scoreBps: toScoreBps(exact),
			pointsBps: toScoreBps(weighted),
			indicators,
		}),
	);
	const lowestForceBps = Math.min(...forces.map((force) => force.scoreBps));
	return { window, monthsPresent, compositeBps: toScoreBps(composite), lowestForceBps, forces };
}

function scoreIndicator(
	policy: IndicatorPolicy,
	measure: Measure,
): { score: IndicatorScore; weighted: Ratio } {
	const value = divideMeasure(measure);
	const { floor, target } = scaleOf(policy);
	const exact = value ? scoreBetween(value, floor, target) : ZERO;
	const weighted = weigh(exact, policy.weightBps);
	const score: IndicatorScore = {
		id: policy.id,
		unit: policy.unit,
		value: value ? ratioToDecimal(value, 4) : null,
		numerator: measure.num.toString(),
		denominator: measure.den.toString(),
		reason: value ? null : "NO_DATA",
		floor: policy.floor,
		target: policy.target,
		smallerIsBetter: compareRatio(target, floor) < 0,
		weightBps: policy.weightBps,
		scoreBps: toScoreBps(exact),
		pointsBps: toScoreBps(weighted),
	};
	return { score, weighted };
}

type Scale = { readonly floor: Ratio; readonly target: Ratio };
/** Floors and targets are text in the policy and read once per document, not once per partner. */
const scales = new WeakMap<IndicatorPolicy, Scale>();

function scaleOf(policy: IndicatorPolicy): Scale {
	const known = scales.get(policy);
	if (known) return known;
	const scale = { floor: ratioFromDecimal(policy.floor), target: ratioFromDecimal(policy.target) };
	scales.set(policy, scale);
	return scale;
}

/** clamp((value − floor) ÷ (target − floor), 0, 1), exactly; works for either direction of better. */
export function scoreBetween(value: Ratio, floor: Ratio, target: Ratio): Ratio {
	const range = subtractRatio(target, floor);
	const above = subtractRatio(value, floor);
	const rising = range.num > 0n;
	if (rising ? above.num <= 0n : above.num >= 0n) return ZERO;
	const fraction = rising
		? { num: above.num * range.den, den: above.den * range.num }
		: { num: -above.num * range.den, den: above.den * -range.num };
	return compareRatio(fraction, ONE) >= 0 ? ONE : fraction;
}

function weigh(score: Ratio, weightBps: number): Ratio {
	return { num: score.num * BigInt(weightBps), den: score.den * WHOLE };
}

/** A fraction of 1 as basis points of 0–100, rounded down: the only rounding of scores. */
function toScoreBps(score: Ratio): number {
	return Number(floorDiv(score.num * WHOLE, score.den));
}
