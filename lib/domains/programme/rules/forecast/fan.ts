import { forecastProgramme } from "@/lib/domains/programme/rules/forecast/simulate";
import type { Forecast, ForecastInput, Interval } from "@/lib/domains/programme/rules/forecast/types";
import {
	addDays,
	type Day,
	daysBetween,
	lastDayOf,
	type Month,
	monthOf,
	shiftMonth,
} from "@/lib/platform/time";

/** How many partners each band counts on a day to come: the middle, and where 80% of the paths lie. */
export type FanPoint = {
	readonly end: Day;
	readonly bands: readonly (Interval & { readonly code: string })[];
};

/** The months on the way need less precision than the end. */
export const FAN_PATHS = 2_000;

function pointOf(end: Day, { bands }: Forecast): FanPoint {
	return {
		end,
		bands: bands.map(({ code, inBand: { low, middle, high } }) => ({ code, low, middle, high })),
	};
}

/** The last days of the months that end after `asOf` and before the last day. */
export function monthEndsBetween(asOf: Day, last: Day): Day[] {
	const ends: Day[] = [];
	for (let month: Month = monthOf(asOf); lastDayOf(month) < last; month = shiftMonth(month, 1))
		if (lastDayOf(month) > asOf) ends.push(lastDayOf(month));
	return ends;
}

/**
 * The way to the end by month-ends: the same simulation asked about each of them, and at the end the forecast itself. Points
 * are forecasts of their own days; that a path runs through them is not said.
 */
export function forecastFan(
	input: ForecastInput,
	{ asOf, to, atEnd }: { asOf: Day; to: Day; atEnd: Forecast },
): FanPoint[] {
	const last = addDays(to, -1);
	if (input.remainingDays <= 0) return [];
	const assumptions = { ...input.assumptions, paths: Math.min(FAN_PATHS, input.assumptions.paths) };
	return [
		...monthEndsBetween(asOf, last).map((end) =>
			pointOf(end, forecastProgramme({ ...input, assumptions, remainingDays: daysBetween(asOf, end) })),
		),
		pointOf(last, atEnd),
	];
}
