import { type Assumptions, PERIOD_DAYS } from "@/lib/domains/programme/rules/forecast/assumptions";
import { forecastProgramme } from "@/lib/domains/programme/rules/forecast/simulate";
import type { CountForecast, Line, PartnerHistory } from "@/lib/domains/programme/rules/forecast/types";
import { addDays, type Day, daysBetween, type Month, monthOf, shiftMonth } from "@/lib/platform/time";

/** Net of every day from `from` on, fen; all partners over the same days. */
export type DailyHistory = { readonly partnerId: string; readonly nets: Float64Array };

export type BacktestInput = {
	readonly seed: string;
	/** First day of `nets`. */
	readonly from: Day;
	readonly histories: readonly DailyHistory[];
	/** Lines of a whole year; each horizon takes the part of it that its days are of 365. */
	readonly lines: readonly Line[];
	readonly assumptions: Assumptions;
};

/** Fewer than four whole periods say nothing about spread; no origin is taken before them. */
export const LEAST_PERIODS = 4;

/** What 80% intervals were worth: of so many, so many held. */
export type Coverage = {
	readonly of: number;
	readonly covered: number;
	/** Actual above the middle of the forecast: half where it leans to no side. */
	readonly above: number;
	/** Sum of the actuals and of the middles, in the unit of the forecast. */
	readonly actual: number;
	readonly expected: number;
};

export type BacktestRow = {
	/** Months from the origin to the month-end forecast; null for all together. */
	readonly horizon: number | null;
	readonly sums: Coverage;
	/** Band counts: the interval as shown, of whole numbers. */
	readonly counts: Coverage;
	/** The same with the ends counted by the part of them that 80% reach into: whole numbers make an interval too wide. */
	readonly countsFair: number;
};

export type Backtest = {
	readonly from: Day;
	readonly to: Day;
	readonly partners: number;
	readonly origins: readonly Day[];
	readonly rows: readonly BacktestRow[];
	/** The same by origin, for how sure the coverage is; not in back-tests stored before it was asked for. */
	readonly byOrigin?: readonly {
		readonly sums: Pick<Coverage, "of" | "covered">;
		/** `covered` as in `countsFair`. */
		readonly counts: Pick<Coverage, "of" | "covered">;
	}[];
};

const nothing: Coverage = { of: 0, covered: 0, above: 0, actual: 0, expected: 0 };

/**
 * Every month-end of the past with enough before it is an origin, every later month-end a horizon, all as one programme
 * that began on the first whole month's first day. A forecast sees the days up to its origin and nothing after it.
 */
export function backtest(input: BacktestInput): Backtest {
	const days = input.histories[0]?.nets.length ?? 0;
	const start = firstOfMonth(input.from);
	const ends = monthEnds(start, addDays(input.from, days - 1));
	const origins = ends.filter((end) => daysBetween(input.from, end) + 1 >= LEAST_PERIODS * PERIOD_DAYS);
	const rows = new Map<number, BacktestRow>();
	const ofOrigin = new Map<Day, BacktestRow>();
	for (const origin of origins)
		for (const end of ends) {
			if (end <= origin) continue;
			const horizon = monthsBetween(monthOf(origin), monthOf(end));
			const row = scoreOne(input, start, origin, end, horizon);
			rows.set(horizon, addRows(rows.get(horizon), row));
			ofOrigin.set(origin, addRows(ofOrigin.get(origin), row));
		}
	const perHorizon = [...rows.values()].sort((a, b) => (a.horizon ?? 0) - (b.horizon ?? 0));
	const all = perHorizon.reduce<BacktestRow | undefined>((sum, row) => addRows(sum, row), undefined);
	return {
		from: input.from,
		to: addDays(input.from, days - 1),
		partners: input.histories.length,
		origins: origins.filter((origin) => ends.some((end) => end > origin)),
		rows: all ? [...perHorizon, { ...all, horizon: null }] : [],
		byOrigin: [...ofOrigin.values()].map(({ sums, counts, countsFair }) => ({
			sums: { of: sums.of, covered: sums.covered },
			counts: { of: counts.of, covered: countsFair },
		})),
	};
}

function firstOfMonth(from: Day): Day {
	const month = monthOf(from);
	return from.endsWith("-01") ? from : `${shiftMonth(month, 1)}-01`;
}

function monthEnds(start: Day, last: Day): Day[] {
	const ends: Day[] = [];
	for (let month = shiftMonth(monthOf(start), 1); ; month = shiftMonth(month, 1)) {
		const end = addDays(`${month}-01`, -1);
		if (end > last) return ends;
		ends.push(end);
	}
}

function monthsBetween(from: Month, to: Month): number {
	let months = 0;
	for (let month = from; month < to; month = shiftMonth(month, 1)) months++;
	return months;
}

/** Whole periods that end on a day, oldest first; days before the first whole one are left out. */
export function toPeriods(nets: Float64Array, days: number): Float64Array {
	const count = Math.floor(days / PERIOD_DAYS);
	const first = days - count * PERIOD_DAYS;
	const periods = new Float64Array(count);
	for (let day = first; day < days; day++) {
		const period = Math.floor((day - first) / PERIOD_DAYS);
		periods[period] = (periods[period] ?? 0) + (nets[day] ?? 0);
	}
	return periods;
}

function sumBetween(nets: Float64Array, from: number, to: number): number {
	let sum = 0;
	for (let day = from; day < to; day++) sum += nets[day] ?? 0;
	return sum;
}

function scoreOne(input: BacktestInput, start: Day, origin: Day, end: Day, horizon: number): BacktestRow {
	const [begin, known, until] = [start, addDays(origin, 1), addDays(end, 1)].map((day) =>
		daysBetween(input.from, day),
	) as [number, number, number];
	const share = (until - begin) / 365;
	const lines = input.lines.map((line) => ({ ...line, thresholdFen: line.thresholdFen * share }));
	// Who has not begun by then is no partner yet: a forecast counts those it knows.
	const histories = input.histories.filter(({ nets }) => nets.subarray(0, known).some((net) => net !== 0));
	const partners = histories.map(
		({ partnerId, nets }): PartnerHistory => ({
			partnerId,
			netFen: sumBetween(nets, begin, known),
			periods: toPeriods(nets, known),
			hasLeft: false,
		}),
	);
	const forecast = forecastProgramme({
		seed: `${input.seed}:${origin}:${end}`,
		remainingDays: until - known,
		lines,
		partners,
		assumptions: input.assumptions,
	});
	const actualOf = new Map(
		histories.map(({ partnerId, nets }) => [partnerId, sumBetween(nets, begin, until)]),
	);
	let sums = nothing;
	// Who never sold has no interval to hold.
	for (const { partnerId, final } of forecast.partners)
		if (final.low < final.high) sums = addOne(sums, actualOf.get(partnerId) ?? 0, final);
	let [counts, fair] = [nothing, 0];
	const finals = [...actualOf.values()];
	let higher = 0;
	forecast.bands.forEach(({ inBand }, at) => {
		const line = lines[at] as Line;
		const reached = finals.filter((net) =>
			line.inclusive ? net >= line.thresholdFen : net > line.thresholdFen,
		).length;
		if (inBand.histogram.shares.length > 1) {
			counts = addOne(counts, reached - higher, inBand);
			fair += fairCover(inBand, reached - higher);
		}
		higher = reached;
	});
	return { horizon, sums, counts, countsFair: fair };
}

function addOne(
	sum: Coverage,
	actual: number,
	{ low, middle, high }: { low: number; middle: number; high: number },
): Coverage {
	return {
		of: sum.of + 1,
		covered: sum.covered + Number(actual >= low && actual <= high),
		above: sum.above + (actual > middle ? 1 : actual === middle ? 0.5 : 0),
		actual: sum.actual + actual,
		expected: sum.expected + middle,
	};
}

/** The part of an outcome's probability that lies between 10% and 90% (the randomised transform of Czado et al., 2009). */
function fairCover({ histogram }: CountForecast, actual: number): number {
	const at = actual - histogram.first;
	const mass = histogram.shares[at] ?? 0;
	const below = histogram.shares.slice(0, Math.max(0, at)).reduce((sum, share) => sum + share, 0);
	if (mass === 0) return 0;
	return Math.max(0, Math.min(0.9, below + mass) - Math.max(0.1, below)) / mass;
}

function addRows(a: BacktestRow | undefined, b: BacktestRow): BacktestRow {
	if (!a) return b;
	return {
		horizon: b.horizon,
		sums: addCoverage(a.sums, b.sums),
		counts: addCoverage(a.counts, b.counts),
		countsFair: a.countsFair + b.countsFair,
	};
}

function addCoverage(a: Coverage, b: Coverage): Coverage {
	return {
		of: a.of + b.of,
		covered: a.covered + b.covered,
		above: a.above + b.above,
		actual: a.actual + b.actual,
		expected: a.expected + b.expected,
	};
}

const FIRST_QUARTER_DAYS = 90;

/**
 * Lines for a file that has none of its own: where the stated shares of partners lie by the first quarter's net, taken to
 * a year. Nothing of what comes after is in them; an origin of the back-test lies later than the quarter.
 */
export function quantileLines(
	histories: readonly DailyHistory[],
	shares: readonly number[] = [0.9, 0.8, 0.7, 0.6, 0.5],
): Line[] {
	const years = histories
		.map(({ nets }) => (sumBetween(nets, 0, FIRST_QUARTER_DAYS) * 365) / FIRST_QUARTER_DAYS)
		.filter((net) => net > 0)
		.sort((a, b) => a - b);
	return shares.map((share) => ({
		code: `q${Math.round(share * 100)}`,
		thresholdFen: Math.round(years[Math.floor(share * years.length)] ?? 0),
		inclusive: true,
		targetCount: Math.round((1 - share) * years.length),
	}));
}
