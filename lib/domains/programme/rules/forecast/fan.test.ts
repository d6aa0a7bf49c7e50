import { expect, test } from "vitest";
import { assumptions } from "./assumptions";
import { forecastFan, monthEndsBetween } from "./fan";
import { forecastProgramme } from "./simulate";
import type { ForecastInput } from "./types";

test("month-ends lie after the day that is known and before the last one", () => {
	expect(monthEndsBetween("2026-03-30", "2026-06-30")).toEqual(["2026-03-31", "2026-04-30", "2026-05-31"]);
	expect(monthEndsBetween("2026-03-31", "2026-05-30")).toEqual(["2026-04-30"]);
	expect(monthEndsBetween("2026-05-31", "2026-06-30")).toEqual([]);
});

test("the fan opens from what is known to the forecast itself", () => {
	const input: ForecastInput = {
		seed: "fan",
		remainingDays: 122,
		lines: [{ code: "top", thresholdFen: 1_000, inclusive: true, targetCount: 5 }],
		partners: Array.from({ length: 30 }, (_, at) => ({
			partnerId: `p${at}`,
			netFen: 500 + at * 15,
			periods: Float64Array.from({ length: 8 }, (_, period) => 60 + ((at * 7 + period * 5) % 11)),
			hasLeft: false,
		})),
		assumptions: { ...assumptions, paths: 400 },
	};
	const atEnd = forecastProgramme(input);
	const fan = forecastFan(input, { asOf: "2026-08-31", to: "2027-01-01", atEnd });
	expect(fan.map(({ end }) => end)).toEqual(["2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31"]);
	const [first, last] = [fan[0]?.bands[0], fan.at(-1)?.bands[0]];
	if (!first || !last) throw new Error("no points");
	const { low, middle, high } = atEnd.bands[0]?.inBand ?? { low: 0, middle: 0, high: 0 };
	expect(last).toEqual({ code: "top", low, middle, high });
	// Sales are positive: whoever has reached a line stays, so the middle never falls, and what is near is surer.
	for (let at = 1; at < fan.length; at++)
		expect(fan[at]?.bands[0]?.middle).toBeGreaterThanOrEqual(fan[at - 1]?.bands[0]?.middle ?? 0);
	expect(first.high - first.low).toBeLessThanOrEqual(last.high - last.low);
	expect(
		forecastFan({ ...input, remainingDays: 0 }, { asOf: "2026-12-31", to: "2027-01-01", atEnd }),
	).toEqual([]);
});
