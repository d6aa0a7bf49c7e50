import { type Assumptions, PERIODS_A_YEAR } from "@/lib/domains/programme/rules/forecast/assumptions";
import {
	buildMatrix,
	dot,
	factorise,
	type Matrix,
	multiplyLower,
	solveLower,
} from "@/lib/domains/programme/rules/forecast/gaussian";
import { median, normalQuantile } from "@/lib/platform/statistics/quantile";
import { openStream, toUnit } from "@/lib/platform/statistics/stream";

/** Own spread of a partner's month-to-month ratio below which one partner would speak for all. */
const LEAST_SPREAD = 0.05;
/** Periods the fitted size of the shocks is worth before anything was seen. */
const SCALE_PRIOR = 3;

/**
 * What moved all partners alike, as a logarithm per period (the first is 0): the mean log ratio of each period to the
 * one before over the partners that sold in both, steady ones counting more. Like for like, so newcomers do not move it.
 */
export function commonIndex(histories: readonly Float64Array[]): Float64Array {
	const length = histories[0]?.length ?? 0;
	const ratios = histories.map(ratiosOf);
	const middles = Float64Array.from({ length }, (_, period) =>
		median(ratios.flatMap((one) => one[period] ?? [])),
	);
	const weights = ratios.map((one) => {
		const own = one.map((ratio, period) => (ratio === null ? null : ratio - (middles[period] ?? 0)));
		const spread = 1.4826 * median(own.flatMap((value) => (value === null ? [] : Math.abs(value))));
		return 1 / (LEAST_SPREAD ** 2 + (own.some((value) => value !== null) ? spread ** 2 : 1));
	});
	const index = new Float64Array(length);
	for (let period = 1; period < length; period++)
		index[period] = (index[period - 1] ?? 0) + trimmedMean(ratios, weights, period, middles[period] ?? 0);
	return index;
}

/** Log ratio to the period before; null where either was not positive, or is the partner's first and maybe not whole. */
function ratiosOf(periods: Float64Array): (number | null)[] {
	const first = periods.findIndex((net) => net !== 0);
	return Array.from(periods, (net, period) => {
		const before = periods[period - 1] ?? 0;
		return period - 1 > first && net > 0 && before > 0 ? Math.log(net / before) : null;
	});
}

/** Weighted mean with every ratio brought within 0.7 (twice as much, half as much) of the middle one. */
function trimmedMean(
	ratios: readonly (number | null)[][],
	weights: readonly number[],
	period: number,
	middle: number,
): number {
	let [sum, weight] = [0, 0];
	ratios.forEach((one, partner) => {
		const ratio = one[period] ?? null;
		if (ratio === null) return;
		const within = Math.min(middle + 0.7, Math.max(middle - 0.7, ratio));
		sum += within * (weights[partner] ?? 0);
		weight += weights[partner] ?? 0;
	});
	return weight > 0 ? sum / weight : 0;
}

/** How two periods go together: trend, lasting shocks, time of the year, and what passes. */
function kernel(a: number, b: number, common: Assumptions["common"]): number {
	const apart = Math.abs(a - b) % PERIODS_A_YEAR;
	const around = Math.min(apart, PERIODS_A_YEAR - apart);
	return (
		common.trendSd ** 2 * a * b +
		common.driftSd ** 2 * Math.min(a, b) +
		common.seasonSd ** 2 * Math.exp(-around / common.seasonReach) +
		(a === b ? common.noiseSd ** 2 : 0)
	);
}

export type CommonOutlook = {
	/** Σ over the remaining periods of exp(index there − index now), per path: "so many periods like the last one". */
	readonly factors: Float64Array;
	/** Mean and standard deviation of (index there − index now) for each remaining period. */
	readonly middles: Float64Array;
	readonly sds: Float64Array;
};

/**
 * Paths of the common index beyond the as-of day: a Gaussian process conditioned on the index so far. A time of the year
 * seen before is known from it, one not yet seen stays as uncertain as `seasonSd`. The size of all shocks is fitted to the
 * index itself with `SCALE_PRIOR` periods of what was assumed.
 */
export function simulateCommon(
	index: Float64Array,
	weights: Float64Array,
	{ common, paths }: Assumptions,
	seed: string,
): CommonOutlook {
	const ahead = weights.length;
	const outlook = conditionOn(index, ahead, common);
	const lower = factorise(outlook.covariance);
	const factors = new Float64Array(paths);
	const next = openStream(`${seed}:common`);
	const shocks = new Float64Array(ahead);
	const sds = Float64Array.from(weights, (_, step) =>
		Math.sqrt(outlook.covariance.values[step * ahead + step] ?? 0),
	);
	for (let path = 0; path < paths; path++) {
		for (let step = 0; step < ahead; step++) shocks[step] = normalQuantile(toUnit(next()));
		const shock = multiplyLower(lower, shocks);
		let sum = 0;
		for (let step = 0; step < ahead; step++) {
			const at = (outlook.middles[step] ?? 0) + (shock[step] ?? 0);
			sum += (weights[step] ?? 0) * Math.exp(at);
		}
		factors[path] = sum;
	}
	return { factors, middles: outlook.middles, sds };
}

/** Mean and covariance of (index ahead − index now), given the index so far. */
function conditionOn(
	index: Float64Array,
	ahead: number,
	common: Assumptions["common"],
): { middles: Float64Array; covariance: Matrix } {
	const past = index.length;
	const mean = index.reduce((sum, value) => sum + value, 0) / Math.max(past, 1);
	const seen = index.map((value) => value - mean);
	// A level of its own, known from nothing else.
	const LEVEL = 1;
	const of = (a: number, b: number) => LEVEL + kernel(a + 1, b + 1, common);
	const lower = factorise(buildMatrix(past, of));
	const whitened = solveLower(lower, seen);
	const scale = (SCALE_PRIOR + dot(whitened, whitened)) / (SCALE_PRIOR + Math.max(0, past - 1));
	const cross = Array.from({ length: ahead }, (_, step) =>
		solveLower(
			lower,
			Float64Array.from({ length: past }, (_, t) => of(past + step, t)),
		),
	);
	const now = past > 0 ? (seen[past - 1] ?? 0) : 0;
	const middles = Float64Array.from(cross, (one) => dot(one, whitened) - now);
	const covariance = buildMatrix(
		ahead,
		(a, b) =>
			scale * (of(past + a, past + b) - dot(cross[a] ?? new Float64Array(), cross[b] ?? new Float64Array())),
	);
	return { middles, covariance };
}
