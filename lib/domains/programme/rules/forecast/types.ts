import type { Assumptions } from "@/lib/domains/programme/rules/forecast/assumptions";

/** What is known of a partner on the as-of day. Amounts are net fen as numbers: exact up to 9·10¹⁵ fen. */
export type PartnerHistory = {
	readonly partnerId: string;
	/** Since the programme's first day. */
	readonly netFen: number;
	/** Nets of whole periods of 28 days, oldest first; the last one ends on the as-of day. All partners have as many. */
	readonly periods: Float64Array;
	/** It has left: what it has is what it will have. */
	readonly hasLeft: boolean;
};

/** A line as the forecast needs it; highest first as in `sortBands`. */
export type Line = {
	readonly code: string;
	readonly thresholdFen: number;
	readonly inclusive: boolean;
	readonly targetCount: number;
};

export type ForecastInput = {
	readonly seed: string;
	readonly remainingDays: number;
	readonly lines: readonly Line[];
	readonly partners: readonly PartnerHistory[];
	readonly assumptions: Assumptions;
};

/** An 80% interval with its middle. */
export type Interval = { readonly low: number; readonly middle: number; readonly high: number };

/** How many partners a line will count at the end. */
export type CountForecast = Interval & {
	readonly now: number;
	readonly mean: number;
	/** P(count ≥ target). Exactly 1 once the target is met on the as-of day, whatever may follow. */
	readonly probability: number;
	/** P(count ≥ target on the last day), also where the target is met already: counts can fall. */
	readonly staysProbability: number;
	/** Share of the paths within `low`…`high`, both counted. */
	readonly mass: number;
	/** `shares[i]` of the paths end with `first + i` partners. */
	readonly histogram: { readonly first: number; readonly shares: readonly number[] };
};

export type BandForecast = {
	readonly code: string;
	readonly target: number;
	/** Counted once, in its highest band. */
	readonly inBand: CountForecast;
	readonly atOrAbove: CountForecast;
};

export type PartnerForecast = {
	readonly partnerId: string;
	/** Net at the end, fen. */
	readonly final: Interval;
	/** Line code → P(reached at the end); exactly 1 where it is reached now. */
	readonly reach: Readonly<Record<string, number>>;
};

export type Forecast = {
	readonly bands: readonly BandForecast[];
	readonly partners: readonly PartnerForecast[];
};
