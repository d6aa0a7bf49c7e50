import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assumptions } from "@/lib/domains/programme/rules/forecast/assumptions";
import { commonIndex, simulateCommon } from "@/lib/domains/programme/rules/forecast/common";
import { forecastProgramme, periodsAhead } from "@/lib/domains/programme/rules/forecast/simulate";
import { summariseCount } from "@/lib/domains/programme/rules/forecast/summarise";
import type { ForecastInput, Line, PartnerHistory } from "@/lib/domains/programme/rules/forecast/types";
import { normalQuantile, studentQuantile } from "@/lib/platform/statistics/quantile";
import { openStream } from "@/lib/platform/statistics/stream";

const lines: Line[] = [
	{ code: "high", thresholdFen: 1000, inclusive: true, targetCount: 2 },
	{ code: "low", thresholdFen: 400, inclusive: false, targetCount: 3 },
];
const few = { ...assumptions, paths: 400 };

function partner(
	partnerId: string,
	periods: readonly number[],
	more: Partial<PartnerHistory> = {},
): PartnerHistory {
	return { partnerId, periods: Float64Array.from(periods), netFen: 0, hasLeft: false, ...more };
}

function forecast(partners: readonly PartnerHistory[], more: Partial<ForecastInput> = {}) {
	return forecastProgramme({ seed: "test", remainingDays: 70, lines, partners, assumptions: few, ...more });
}

const steady = (value: number, count = 8) =>
	Array.from({ length: count }, (_, at) => value * (1 + (at % 3) / 20));

const somePartners = fc
	.array(fc.array(fc.integer({ min: -200, max: 900 }), { minLength: 8, maxLength: 8 }), {
		minLength: 1,
		maxLength: 6,
	})
	.map((all) => all.map((periods, at) => partner(`p${at}`, periods, { netFen: 90 * at })));

describe("the generator and the quantiles", () => {
	it("repeats itself, and is pinned: another generator would be another forecast", () => {
		const next = openStream("windmaker:common");
		expect([next(), next(), next()]).toEqual([2020701044, 3673244408, 2192114555]);
		expect(openStream("windmaker:common")()).toBe(2020701044);
		expect(openStream("windmaker:commoo")()).not.toBe(2020701044);
	});

	it.each([
		[0.5, 0],
		[0.9, 1.281552],
		[0.1, -1.281552],
		[0.001, -3.090232],
	])("normal quantile of %s is %s", (p, expected) => expect(normalQuantile(p)).toBeCloseTo(expected, 5));

	it("is Student's t to two digits from five degrees on", () => {
		expect(studentQuantile(0.9, 5)).toBeCloseTo(1.4759, 2);
		expect(studentQuantile(0.975, 10)).toBeCloseTo(2.2281, 2);
	});
});

describe("the horizon", () => {
	it.each([
		[0, []],
		[1, [1 / 28]],
		[28, [1]],
		[29, [1, 1 / 28]],
	])("%s days are periods of %j", (days, periods) => expect([...periodsAhead(days)]).toEqual(periods));

	it("is over with the programme: exact counts, no width, at both sides of both lines", () => {
		const at = [999, 1000, 400, 401].map((netFen, i) => partner(`p${i}`, steady(100), { netFen }));
		const { bands, partners } = forecast(at, { remainingDays: 0 });
		expect(bands.map(({ inBand, atOrAbove }) => [inBand.low, inBand.high, atOrAbove.middle])).toEqual([
			[1, 1, 1],
			[2, 2, 3],
		]);
		expect(bands.map(({ atOrAbove }) => atOrAbove.probability)).toEqual([0, 1]);
		expect(partners.map(({ final }) => final.high - final.low)).toEqual([0, 0, 0, 0]);
	});

	it("adds nothing for who has left and for who never sold", () => {
		const { partners } = forecast([
			partner("gone", steady(300), { netFen: 350, hasLeft: true }),
			partner("never", [0, 0, 0, 0, 0, 0, 0, 0]),
			partner("sells", steady(300)),
		]);
		expect(partners[0]?.final).toEqual({ low: 350, middle: 350, high: 350 });
		expect(partners[1]?.final).toEqual({ low: 0, middle: 0, high: 0 });
	});
});

describe("a target already met", () => {
	it("is exactly 1 while the chance that it stays met is told apart", () => {
		const counts = Int32Array.from([1, 2, 2, 1]);
		expect(summariseCount(counts, 2, 2)).toMatchObject({ probability: 1, staysProbability: 0.5 });
		expect(summariseCount(counts, 1, 2)).toMatchObject({ probability: 0.5, staysProbability: 0.5 });
	});

	it("stays exactly 1 for a partner above the line whose refunds could take it back", () => {
		const { partners } = forecast([
			partner("p", [100, -300, 200, -250, 100, -300, 200, -250], { netFen: 1001 }),
		]);
		expect(partners[0]?.reach).toEqual({ high: 1, low: 1 });
		expect(partners[0]?.final.low).toBeLessThan(1000);
	});
});

describe("properties", () => {
	it("does not depend on the order of the partners, and repeats byte for byte", () =>
		fc.assert(
			fc.property(somePartners, fc.integer({ min: 0, max: 200 }), (partners, remainingDays) => {
				const forwards = JSON.stringify(forecast(partners, { remainingDays }));
				expect(JSON.stringify(forecast([...partners].reverse(), { remainingDays }))).toBe(forwards);
			}),
			{ numRuns: 15 },
		));

	it("keeps probabilities in [0, 1], intervals in order and counts within the partners", () =>
		fc.assert(
			fc.property(somePartners, (partners) => {
				const { bands, partners: results } = forecast(partners);
				for (const { inBand, atOrAbove } of bands)
					for (const one of [inBand, atOrAbove]) {
						expect(one.probability).toBeGreaterThanOrEqual(0);
						expect(one.probability).toBeLessThanOrEqual(1);
						expect(one.low).toBeLessThanOrEqual(one.middle);
						expect(one.middle).toBeLessThanOrEqual(one.high);
						expect(one.high).toBeLessThanOrEqual(partners.length);
						expect(one.mass).toBeGreaterThanOrEqual(0.8);
						expect(one.histogram.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
					}
				const [high, low] = bands;
				expect((high?.inBand.mean ?? 0) + (low?.inBand.mean ?? 0)).toBeCloseTo(low?.atOrAbove.mean ?? -1, 9);
				for (const { reach } of results) expect(reach.low).toBeGreaterThanOrEqual(reach.high ?? 0);
			}),
			{ numRuns: 25 },
		));

	it("never lowers a probability for more net so far, or for sales that are larger throughout", () =>
		fc.assert(
			fc.property(somePartners, fc.integer({ min: 1, max: 500 }), (partners, more) => {
				const reachOf = (list: readonly PartnerHistory[]) =>
					forecast(list).partners.map(({ reach }) => reach.low ?? 0);
				const before = reachOf(partners);
				const richer = partners.map((one) => ({ ...one, netFen: one.netFen + more }));
				reachOf(richer).forEach((p, at) => {
					expect(p).toBeGreaterThanOrEqual(before[at] ?? 0);
				});
				const positive = partners.map((one) => ({
					...one,
					periods: one.periods.map((net) => Math.abs(net)),
				}));
				const larger = positive.map((one) => ({ ...one, periods: one.periods.map((net) => net * 2) }));
				const small = reachOf(positive);
				reachOf(larger).forEach((p, at) => {
					expect(p).toBeGreaterThanOrEqual(small[at] ?? 0);
				});
			}),
			{ numRuns: 15 },
		));
});

describe("against closed forms", () => {
	it("independent partners give the Poisson binomial distribution of their own probabilities", () => {
		const partners = Array.from({ length: 30 }, (_, at) =>
			partner(
				`p${at}`,
				steady(80 + 4 * at).map((net, t) => net * (1 + ((at + t) % 5) / 10)),
			),
		);
		const common = { ...assumptions.common, isShared: false };
		const { bands, partners: results } = forecast(partners, {
			assumptions: { ...assumptions, common, paths: 8000 },
		});
		let exact = [1];
		for (const { reach } of results) {
			const p = reach.low ?? 0;
			exact = [...exact, 0].map((share, n) => share * (1 - p) + (exact[n - 1] ?? 0) * p);
		}
		const { histogram, mean } = bands[1]?.atOrAbove ?? { histogram: { first: 0, shares: [] }, mean: 0 };
		expect(mean).toBeCloseTo(
			results.reduce((sum, { reach }) => sum + (reach.low ?? 0), 0),
			9,
		);
		exact.forEach((share, n) => {
			expect(Math.abs((histogram.shares[n - histogram.first] ?? 0) - share)).toBeLessThan(0.02);
		});
	});

	it("a shared shock makes counts wider than the same chances taken alone", () => {
		const partners = Array.from({ length: 40 }, (_, at) => partner(`p${at}`, steady(150 + at)));
		const alone = { ...few, common: { ...few.common, isShared: false } };
		const width = (one: ReturnType<typeof forecast>) =>
			(one.bands[1]?.atOrAbove.high ?? 0) - (one.bands[1]?.atOrAbove.low ?? 0);
		expect(width(forecast(partners))).toBeGreaterThan(2 * width(forecast(partners, { assumptions: alone })));
	});

	it("finds the movement all partners share, whatever their sizes and newcomers", () => {
		const wave = [0, 0.1, -0.2, 0.3, 0.1, 0, 0.4, 0.2];
		const of = (size: number) => Float64Array.from(wave, (at) => size * Math.exp(at));
		const newcomer = Float64Array.from([0, 0, 0, 0, 0, 0, 5, 900]);
		const index = commonIndex([of(10), of(500), of(7), newcomer]);
		// The first period may not be whole, so the index starts to move with the third.
		wave.slice(1).forEach((at, t) => {
			expect((index[t + 1] ?? 0) - (index[1] ?? 0)).toBeCloseTo(at - 0.1, 6);
		});
	});

	it("knows a time of the year it has seen, and is less sure of one it has not", () => {
		const year = Array.from({ length: 17 }, (_, t) => 0.4 * Math.sin((2 * Math.PI * t) / 13));
		const weights = new Float64Array(6).fill(1);
		const seen = simulateCommon(Float64Array.from(year), weights, few, "s");
		const unseen = simulateCommon(Float64Array.from(year.slice(0, 6)), weights, few, "s");
		expect(seen.sds[3] ?? 1).toBeLessThan(0.7 * (unseen.sds[3] ?? 0));
		const expected = 0.4 * (Math.sin((2 * Math.PI * 19) / 13) - Math.sin((2 * Math.PI * 16) / 13));
		expect(Math.abs((seen.middles[2] ?? 9) - expected)).toBeLessThan(0.15);
	});
});
