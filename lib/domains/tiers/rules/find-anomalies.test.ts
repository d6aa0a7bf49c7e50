import { describe, expect, it } from "vitest";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { findAnomalies } from "@/lib/domains/tiers/rules/find-anomalies";
import type { FiguresThen, RaceLines, ReviewedVerdict } from "@/lib/domains/tiers/types/review";

const { trackOverrides: _none, ...rules } = tierPolicyV1;
const noLines: RaceLines = { firstLeftOut: [], firstOfBottom: null };

const figures: FiguresThen = {
	gmvFen: "15000000000",
	compositeBps: 7000,
	forcesBps: { traffic: 7000, livestream: 7000, incubation: 7000, fulfilment: 7000, supply: 7000 },
	disputes: 50,
	paidOrders: 10_000,
	experts: { senior: 1, intermediate: 1, junior: 0 },
};

/** A T3 with nothing odd about it. */
function verdict(values: Partial<ReviewedVerdict> = {}, now: Partial<FiguresThen> = {}): ReviewedVerdict {
	return {
		partnerId: "p",
		tier: 3,
		previousTier: 3,
		absoluteTier: 3,
		rank: 20,
		inputs: {
			admittedOn: "2020-01-01",
			gmvBeforeFen: "10000000000",
			redLines: [],
			previous: { runId: "r", tier: 3, bottomRuns: 0 },
			...figures,
			...now,
		},
		before: figures,
		missingMonths: [],
		...values,
	};
}

const kinds = (one: ReviewedVerdict, lines = noLines) =>
	findAnomalies(one, rules, lines).map(({ kind, metric }) => (metric ? `${kind} ${metric}` : kind));

describe("what is odd about a verdict", () => {
	it("is nothing about an ordinary one", () => {
		expect(kinds(verdict())).toEqual([]);
	});

	it.each([
		["one tier up", { previousTier: 2 }, []],
		["two tiers up", { previousTier: 1 }, ["MOVED_FAR"]],
		["one tier down", { previousTier: 4 }, []],
		["two tiers down", { previousTier: 5 }, ["MOVED_FAR"]],
		["first at T3", { previousTier: null, before: null }, []],
		["first at T4", { previousTier: null, before: null, tier: 4 }, ["FIRST_HIGH"]],
		["a month without metrics", { missingMonths: ["2026-04"] }, ["NO_METRICS"]],
		["scores without a scorecard", { missingMonths: null }, []],
	] as const)("%s", (_name, values, expected) => {
		expect(kinds(verdict(values))).toEqual(expected);
	});

	it.each([
		["GMV one fen below five times", { gmvFen: "3999999999" }, { gmvFen: "19999999994" }, []],
		["GMV at five times", { gmvFen: "3999999999" }, { gmvFen: "19999999995" }, ["METRIC_JUMPED gmv"]],
		["GMV one fen above a fifth", { gmvFen: "75000000000" }, { gmvFen: "15000000001" }, []],
		["GMV at a fifth", { gmvFen: "75000000000" }, { gmvFen: "15000000000" }, ["METRIC_FELL gmv"]],
		["GMV from nothing", { gmvFen: "0" }, { gmvFen: "15000000000" }, []],
		[
			"disputes at five times, orders doubled",
			{ disputes: 5, paidOrders: 5_000 },
			{ disputes: 50 },
			["METRIC_JUMPED dispute_rate"],
		],
		["disputes just below", { disputes: 5, paidOrders: 4_999 }, { disputes: 50 }, []],
		["no orders before", { disputes: 0, paidOrders: 0 }, {}, []],
	] as const)("%s", (_name, before, now, expected) => {
		expect(kinds(verdict({ before: { ...figures, ...before } }, now))).toEqual(expected);
	});

	it("looks at every force and at experts of any level together", () => {
		const forcesBps = { ...figures.forcesBps, supply: 1400 };
		const before = { ...figures, forcesBps, experts: { senior: 0, intermediate: 0, junior: 10 } };
		expect(kinds(verdict({ before }))).toEqual(["METRIC_JUMPED supply", "METRIC_FELL experts"]);
		const near = { ...before, forcesBps: { ...forcesBps, supply: 1401 } };
		expect(kinds(verdict({ before: near }))).toEqual(["METRIC_FELL experts"]);
	});

	it.each([
		["GMV 1% below T4", "29700000000", ["JUST_UNDER gmv"]],
		["GMV a fen further", "29699999999", []],
	])("%s", (_name, gmvFen, expected) => {
		expect(kinds(verdict({ before: { ...figures, gmvFen } }, { gmvFen }))).toEqual(expected);
	});

	it("says whether the line is all that was missing, and looks at a rate from above", () => {
		const nearly = {
			gmvFen: "29900000000",
			compositeBps: 7500,
			experts: { senior: 1, intermediate: 2, junior: 0 },
		};
		const [only] = findAnomalies(verdict({ before: null }, nearly), rules, noLines);
		expect(only?.details).toMatchObject({ tier: 4, line: "gmv", isOnly: true, value: "29900000000" });
		// T4 asks for at most 0.8%; 808 in 100,000 is 1% beyond it, 809 is further.
		const rate = { ...nearly, gmvFen: "30000000000", paidOrders: 100_000 };
		expect(kinds(verdict({ before: null }, { ...rate, disputes: 808 }))).toEqual(["JUST_UNDER dispute_rate"]);
		expect(kinds(verdict({ before: null }, { ...rate, disputes: 809 }))).toEqual([]);
	});

	it("knows the next in line for a place and the first in the danger zone", () => {
		const lines: RaceLines = { firstLeftOut: [{ tier: 4, rank: 20, cutOffRank: 17 }], firstOfBottom: 95 };
		expect(kinds(verdict({ rank: 20 }), lines)).toEqual(["JUST_UNDER race.T4"]);
		expect(kinds(verdict({ rank: 21 }), lines)).toEqual([]);
		expect(kinds(verdict({ rank: 95 }), lines)).toEqual(["JUST_UNDER bottom"]);
		expect(kinds(verdict({ rank: null }), lines)).toEqual([]);
	});
});
