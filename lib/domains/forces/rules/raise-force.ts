import type { IndicatorId } from "@/lib/domains/forces/constants";
import { scoreBetween } from "@/lib/domains/forces/rules/score-forces";
import type { ForceScore, ForceScorecard, IndicatorScore, IndicatorUnit } from "@/lib/domains/forces/types";
import {
	addRatio,
	ceilDiv,
	compareRatio,
	floorDiv,
	makeRatio,
	ONE,
	type Ratio,
	ratioFromDecimal,
	ratioToDecimal,
	subtractRatio,
	ZERO,
} from "@/lib/platform/money/ratio";

const BPS = 10_000n;

/** One indicator that, alone, brings its force to a score. Values are decimals in `unit`. */
export type IndicatorPath = {
	readonly id: IndicatorId;
	readonly unit: IndicatorUnit;
	/** Null: no data yet. */
	readonly from: string | null;
	readonly to: string;
	readonly smallerIsBetter: boolean;
	/** Distance ÷ the larger of the two values, in basis points. */
	readonly costBps: number;
};

/** Decimals a value is shown with: a goal is rounded to them on the safe side, so that reaching what is shown is enough. */
const decimals: Record<IndicatorUnit, number> = { fen: 0, bps: 0, times: 2, hours: 1, count: 1 };

/** The composite when forces are raised to the scores given (basis points); exact, rounded down once at the end. */
export function compositeWith(
	card: ForceScorecard,
	raised: Readonly<Partial<Record<ForceScore["force"], number>>>,
): number {
	const sum = card.forces.reduce((total, force) => {
		const goal = { num: BigInt(raised[force.force] ?? 0), den: BPS };
		const own = exactForce(force);
		const score = compareRatio(goal, own) > 0 ? goal : own;
		return addRatio(total, { num: score.num * BigInt(force.weightBps), den: score.den * BPS });
	}, ZERO);
	return Number(floorDiv(sum.num * BPS, sum.den));
}

/**
 * For every indicator that can do it alone, the value that brings the force to `toBps` while the force's other
 * indicators stay as they are; nearest first. Empty where only several together can.
 */
export function findIndicatorPaths(force: ForceScore, toBps: number): IndicatorPath[] {
	const whole = exactForce(force);
	const paths = force.indicators.flatMap((indicator) => {
		if (indicator.weightBps === 0) return [];
		const own = scoreOf(indicator);
		const weight = { num: BigInt(indicator.weightBps), den: BPS };
		const rest = subtractRatio(whole, { num: own.num * weight.num, den: own.den * weight.den });
		const lacking = subtractRatio({ num: BigInt(toBps), den: BPS }, rest);
		const needed = { num: lacking.num * weight.den, den: lacking.den * weight.num };
		if (compareRatio(needed, ONE) > 0 || compareRatio(needed, own) <= 0) return [];
		return [describePath(indicator, needed)];
	});
	return paths.sort((a, b) => a.costBps - b.costBps || (a.id < b.id ? -1 : 1));
}

function exactForce(force: ForceScore): Ratio {
	return force.indicators.reduce((sum, indicator) => {
		const score = scoreOf(indicator);
		return addRatio(sum, { num: score.num * BigInt(indicator.weightBps), den: score.den * BPS });
	}, ZERO);
}

function scoreOf(indicator: IndicatorScore): Ratio {
	const value = readValue(indicator);
	if (!value) return ZERO;
	return scoreBetween(value, ratioFromDecimal(indicator.floor), ratioFromDecimal(indicator.target));
}

function readValue(indicator: IndicatorScore): Ratio | null {
	return makeRatio(BigInt(indicator.numerator), BigInt(indicator.denominator));
}

function describePath(indicator: IndicatorScore, needed: Ratio): IndicatorPath {
	const [floor, target] = [ratioFromDecimal(indicator.floor), ratioFromDecimal(indicator.target)];
	const range = subtractRatio(target, floor);
	const goal = addRatio(floor, { num: needed.num * range.num, den: needed.den * range.den });
	const places = decimals[indicator.unit];
	const scale = 10n ** BigInt(places);
	const round = indicator.smallerIsBetter ? floorDiv : ceilDiv;
	const rounded = { num: round(goal.num * scale, goal.den), den: scale };
	return {
		id: indicator.id,
		unit: indicator.unit,
		from: indicator.value,
		to: ratioToDecimal(rounded, places),
		smallerIsBetter: indicator.smallerIsBetter,
		costBps: relativeGapBps(readValue(indicator) ?? (indicator.smallerIsBetter ? floor : ZERO), rounded),
	};
}

/** |a − b| ÷ max(a, b) in basis points, rounded up; 0 for two zeros. For values that are not negative. */
export function relativeGapBps(a: Ratio, b: Ratio): number {
	const [low, high] = compareRatio(a, b) < 0 ? [a, b] : [b, a];
	if (high.num <= 0n) return 0;
	const gap = subtractRatio(high, low);
	return Number(ceilDiv(gap.num * BPS * high.den, gap.den * high.num));
}
