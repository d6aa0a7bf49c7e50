import type { Assumptions } from "@/lib/domains/programme/rules/forecast/assumptions";
import { median } from "@/lib/platform/statistics/quantile";

/** Beyond this a period says no more about the usual spread: an order of ten times the level. */
const WILDEST = 3;
/** Of its periods so many without sales make a partner one that sells now and then; a new one is judged by all, too. */
const ROUGH_SHARE = 0.2;
const ROUGH_PRIOR = 2;

/** A partner without what moved all partners: its nets in units of the last period's price of a shock. */
export type OwnSeries = {
	/** Net ÷ exp(common index − its last value); the first period, maybe not whole, is left out where another follows. */
	readonly values: Float64Array;
};

export function ownSeries(periods: Float64Array, index: Float64Array): OwnSeries {
	const first = periods.findIndex((net) => net !== 0);
	if (first < 0) return { values: new Float64Array(0) };
	const from = Math.min(first + 1, periods.length - 1);
	const last = index.at(-1) ?? 0;
	const values = periods.slice(from).map((net, at) => net / Math.exp((index[from + at] ?? 0) - last));
	return { values };
}

/** How a partner goes on: level and spread in fen a period, growth as a logarithm a period. */
export type OwnState = {
	readonly level: number;
	readonly growth: number;
	readonly growthSd: number;
	/** Of one period ahead, relative to `scale`. */
	readonly spread: number;
	readonly scale: number;
	readonly degrees: number;
	/** How many periods of its own the others' experience is worth. */
	readonly prior: number;
	/** Share of the newest period in the level. */
	readonly memory: number;
	/** Periods it rests on. */
	readonly seen: number;
	/** It sells now and then: at least a fifth of its periods brought nothing, or less. */
	readonly isRough: boolean;
	/** Mean absolute net of a period. */
	readonly size: number;
	readonly values: Float64Array;
};

type Errors = { readonly level: number; readonly scale: number; readonly relative: readonly number[] };

/** Walks through the periods as they came: each is first forecast by those before it. Growth is the trend between them. */
function walk(values: Float64Array, memory: number, growth: number): Errors {
	const pull = Math.exp(growth);
	let level = 0;
	let size = 0;
	const relative: number[] = [];
	values.forEach((value, at) => {
		if (at === 0) {
			level = value;
			size = Math.abs(value);
			return;
		}
		const expected = level * pull;
		const scale = Math.max(expected, size / 4);
		if (scale > 0) relative.push(Math.min(WILDEST, Math.max(-WILDEST, (value - expected) / scale)));
		// An early level rests on few periods; until then it is their mean.
		const share = Math.max(memory, 1 / (at + 1));
		level = share * value + (1 - share) * expected;
		size += (Math.abs(value) - size) / (at + 1);
	});
	return { level, scale: Math.max(level, size / 4), relative };
}

/** Slope of the logarithms over time, and its standard error; null without six positive periods or where half are not. */
function slopeOf(values: Float64Array): { slope: number; error: number } | null {
	const points = Array.from(values, (value, at) => [at, value] as const).filter(([, value]) => value > 0);
	if (points.length < 6 || points.length * 2 < values.length) return null;
	const logs = points.map(([, value]) => Math.log(value));
	const meanAt = points.reduce((sum, [at]) => sum + at, 0) / points.length;
	const meanLog = logs.reduce((sum, log) => sum + log, 0) / points.length;
	const spreadAt = points.reduce((sum, [at]) => sum + (at - meanAt) ** 2, 0);
	const slope =
		points.reduce((sum, [at], i) => sum + (at - meanAt) * ((logs[i] ?? 0) - meanLog), 0) / spreadAt;
	const rest = points.reduce(
		(sum, [at], i) => sum + ((logs[i] ?? 0) - meanLog - slope * (at - meanAt)) ** 2,
		0,
	);
	// Neighbouring periods err alike: twice the variance of independent ones.
	return { slope, error: Math.sqrt((2 * rest) / (points.length - 2) / spreadAt) };
}

/** How much partners differ in growth beyond what chance explains (method of moments), and around which middle. */
function growthAmong(slopes: readonly ({ slope: number; error: number } | null)[]) {
	const known = slopes.flatMap((one) => one ?? []);
	if (known.length < 5) return { middle: 0, variance: 0.01 ** 2 };
	const middle = median(known.map(({ slope }) => slope));
	const steady = median(known.map(({ slope }) => (slope - middle) ** 2)) / 0.455;
	const chance = median(known.map(({ error }) => error ** 2));
	return { middle: 0, variance: Math.max(0.005 ** 2, steady - chance) };
}

function shrinkGrowth(
	own: { slope: number; error: number } | null,
	among: { middle: number; variance: number },
): { growth: number; growthSd: number } {
	if (!own) return { growth: among.middle, growthSd: Math.sqrt(among.variance) };
	const trust = among.variance / (among.variance + own.error ** 2);
	return {
		growth: among.middle + trust * (own.slope - among.middle),
		growthSd: Math.sqrt(among.variance * (1 - trust)),
	};
}

const square = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);

/** Median of the mean of so many squared standard errors (Wilson–Hilferty): below 1, as few of them are mostly too small. */
const medianOfMean = (count: number) => (1 - 2 / (9 * count)) ** 3;

/** The share of the newest period that forecast the known periods best, over all partners. */
function chooseMemory(
	series: readonly OwnSeries[],
	growths: readonly { growth: number }[],
	memories: readonly number[],
): number {
	let best = { memory: memories[0] ?? 0.3, loss: Number.POSITIVE_INFINITY };
	for (const memory of memories) {
		const loss = series.reduce((sum, { values }, at) => {
			const { relative } = walk(values, memory, growths[at]?.growth ?? 0);
			return sum + relative.reduce((own, error) => own + Math.abs(error), 0);
		}, 0);
		if (loss < best.loss) best = { memory, loss };
	}
	return best.memory;
}

/** Level, growth and spread of every partner; growth and spread are drawn towards what is usual among all. */
export function fitPartners(series: readonly OwnSeries[], own: Assumptions["own"]): OwnState[] {
	const slopes = series.map(({ values }) => (own.hasGrowth ? slopeOf(values) : null));
	const among = own.hasGrowth ? growthAmong(slopes) : { middle: 0, variance: 0 };
	const growths = slopes.map((slope) => shrinkGrowth(slope, among));
	const memory = chooseMemory(series, growths, own.memories);
	const walks = series.map(({ values }, at) => walk(values, memory, growths[at]?.growth ?? 0));
	const variances = walks.flatMap(({ relative }) =>
		relative.length >= 2 ? square(relative) / relative.length / medianOfMean(relative.length) : [],
	);
	const usual = variances.length >= 5 ? median(variances) : own.priorSpread ** 2;
	const idle = series.reduce((sum, { values }) => sum + idleOf(values), 0);
	const idleShare =
		idle /
		Math.max(
			1,
			series.reduce((sum, { values }) => sum + values.length, 0),
		);
	return walks.map((one, at) => {
		const seen = one.relative.length;
		const variance = (own.priorPeriods * usual + square(one.relative)) / (own.priorPeriods + seen);
		const values = series[at]?.values ?? new Float64Array();
		return {
			...(growths[at] ?? { growth: 0, growthSd: 0 }),
			level: one.level,
			scale: one.scale,
			spread: Math.sqrt(variance),
			prior: own.priorPeriods,
			degrees: own.priorPeriods + seen,
			memory,
			seen: values.length,
			isRough: (idleOf(values) + ROUGH_PRIOR * idleShare) / (values.length + ROUGH_PRIOR) > ROUGH_SHARE,
			size: sizeOf(values),
			values,
		};
	});
}

const idleOf = (values: Float64Array) => values.filter((value) => value <= 0).length;

const sizeOf = (values: Float64Array) =>
	values.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, values.length);

/** What periods of partners that sell now and then look like, relative to each one's size; itself alone where nobody does. */
export function roughShapes(states: readonly OwnState[]): Float64Array {
	const shapes = states
		.filter((state) => state.isRough && state.size > 0)
		.flatMap(({ values, size }) => Array.from(values, (value) => value / size));
	return Float64Array.from(shapes.length > 0 ? shapes : [0, 1]);
}

/**
 * Mean and standard deviation of the sum over the remaining periods, in periods of a common factor of 1. What a period
 * errs stays in the level by `memory` (the innovation form of exponential smoothing), so errors add up over time.
 */
export function sumAhead(state: OwnState, weights: Float64Array): { mean: number; sd: number } {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let [mean, shock, lever] = [0, 0, 0];
	weights.forEach((weight, step) => {
		const grown = Math.exp(state.growth * (step + 1)) * weight;
		mean += grown;
		lever += (step + 1) * weight;
		let after = 0;
		for (let later = step + 1; later < weights.length; later++) after += weights[later] ?? 0;
		// A broken period varies like its days, so its variance goes with their number.
		shock += (Math.sqrt(weight) + state.memory * after) ** 2;
	});
	// The level itself is known no better than from the periods it rests on.
	const early = Math.max(0, 1 / Math.max(state.seen, 1) - state.memory / 2) * total ** 2;
	const relative = state.spread ** 2 * (shock + early);
	const ofGrowth = state.level > 0 ? (state.level * state.growthSd * lever) ** 2 : 0;
	return { mean: state.level * mean, sd: Math.sqrt(state.scale ** 2 * relative + ofGrowth) };
}
