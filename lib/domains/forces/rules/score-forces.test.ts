import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forcePolicyV1, type IndicatorId, indicatorIds } from "@/lib/domains/forces/constants";
import { keepScorecards } from "@/lib/domains/forces/rules/keep-scorecards";
import { rankInTrack } from "@/lib/domains/forces/rules/rank-in-track";
import { rebuildScorecard, scoreBetween, scoreForces } from "@/lib/domains/forces/rules/score-forces";
import { forcePolicySchema, monthlyForceFactsSchema } from "@/lib/domains/forces/schema";
import type { ForceScorecard, MonthlyForceFacts } from "@/lib/domains/forces/types";
import { compareRatio, ratioFromDecimal } from "@/lib/platform/money/ratio";

const empty: MonthlyForceFacts = {
	month: "2024-06",
	trafficSpendFen: 0n,
	trafficGmvFen: 0n,
	contentViews: 0n,
	contentGmvFen: 0n,
	liveMinutes: 0,
	activeShops: 0,
	liveGmvFen: 0n,
	signedStreamers: 0,
	qualifiedStreamers: 0,
	ordersDue: 0,
	ordersShippedOnTime: 0,
	afterSalesCasesDue: 0,
	afterSalesCasesInSla: 0,
	paidOrders: 0,
	disputes: 0,
	activeSkus: 0,
	exclusiveSkus: 0,
	skuDays: 0,
	stockoutSkuDays: 0,
	c2mOrders: 0,
};

/** Every indicator half way between floor and target. */
const half: MonthlyForceFacts = {
	...empty,
	trafficSpendFen: 100n,
	trafficGmvFen: 300n,
	contentViews: 1_000n,
	contentGmvFen: 6_000n,
	liveMinutes: 70 * 60,
	activeShops: 1,
	liveGmvFen: 70n * 1_050_000n,
	signedStreamers: 60,
	qualifiedStreamers: 10,
	ordersDue: 1_000,
	ordersShippedOnTime: 945,
	afterSalesCasesDue: 100,
	afterSalesCasesInSla: 89,
	paidOrders: 10_000,
	disputes: 110,
	activeSkus: 100,
	exclusiveSkus: 10,
	skuDays: 1_000,
	stockoutSkuDays: 50,
	c2mOrders: 500,
};

const score = (rows: MonthlyForceFacts[]) => scoreForces(forcePolicyV1, rows, "2024-06");
const indicator = (card: ForceScorecard, id: IndicatorId) => {
	const found = card.forces.flatMap((force) => force.indicators).find((i) => i.id === id);
	if (!found) throw new Error(id);
	return found;
};

test("policy v1 is a valid document and survives JSON", () => {
	expect(forcePolicySchema.parse(JSON.parse(JSON.stringify(forcePolicyV1)))).toEqual(forcePolicyV1);
});

describe("policy schema refuses", () => {
	const change = (edit: (policy: typeof forcePolicyV1) => void) => {
		const copy = structuredClone(forcePolicyV1);
		edit(copy);
		return forcePolicySchema.safeParse(copy).error?.issues[0]?.message;
	};
	test.each<[string, (policy: typeof forcePolicyV1) => void]>([
		["WEIGHTS_NOT_WHOLE", (p) => Object.assign(p.forces[0] ?? {}, { weightBps: 1999 })],
		["WEIGHTS_NOT_WHOLE", (p) => Object.assign(p.forces[0]?.indicators[0] ?? {}, { weightBps: 1 })],
		["FORCES_INCOMPLETE", (p) => p.forces.pop()],
		["UNKNOWN_INDICATOR", (p) => Object.assign(p.forces[0]?.indicators[0] ?? {}, { id: "likes" })],
		["FLOOR_IS_TARGET", (p) => Object.assign(p.forces[0]?.indicators[0] ?? {}, { floor: "5.0" })],
		["WRONG_UNIT", (p) => Object.assign(p.forces[0]?.indicators[0] ?? {}, { unit: "fen" })],
		["INDICATOR_TWICE", (p) => Object.assign(p.forces[0]?.indicators[1] ?? {}, p.forces[0]?.indicators[0])],
		["NOT_A_NUMBER", (p) => Object.assign(p.forces[0]?.indicators[0] ?? {}, { floor: "-1" })],
	])("%s", (code, edit) => {
		expect(change(edit)).toBe(code);
	});
});

describe("the score of an indicator", () => {
	const at = (value: string, floor: string, target: string) => {
		const s = scoreBetween(ratioFromDecimal(value), ratioFromDecimal(floor), ratioFromDecimal(target));
		return Number((s.num * 10_000n) / s.den);
	};
	test.each([
		["0.99", "1", "5", 0],
		["1", "1", "5", 0],
		["1.0004", "1", "5", 1],
		["3", "1", "5", 5000],
		["4.9999", "1", "5", 9999],
		["5", "1", "5", 10_000],
		["6", "1", "5", 10_000],
		["201", "200", "20", 0],
		["200", "200", "20", 0],
		["110", "200", "20", 5000],
		["20", "200", "20", 10_000],
		["0", "200", "20", 10_000],
		["5", "10", "0", 5000],
	])("%s between floor %s and target %s is %i bps", (value, floor, target, bps) => {
		expect(at(value, floor, target)).toBe(bps);
	});

	test("half way everywhere is 50 everywhere", () => {
		const card = score([
			{ ...half, month: "2024-04", signedStreamers: 66 },
			{ ...half, month: "2024-05", signedStreamers: 67 },
			{ ...half, month: "2024-06", signedStreamers: 67 },
		]);
		expect(card).toMatchObject({ compositeBps: 5000, lowestForceBps: 5000 });
		for (const id of indicatorIds) expect([id, indicator(card, id).scoreBps]).toEqual([id, 5000]);
		expect(indicator(card, "return_on_spend").value).toBe("3.0000");
	});

	test("shows what it was made of", () => {
		expect(indicator(score([half]), "dispute_rate")).toEqual({
			id: "dispute_rate",
			unit: "bps",
			value: "110.0000",
			numerator: "1100000",
			denominator: "10000",
			reason: null,
			floor: "200",
			target: "20",
			smallerIsBetter: true,
			weightBps: 2000,
			scoreBps: 5000,
			pointsBps: 1000,
		});
	});
});

describe("months", () => {
	test("no rows: every value is missing and every score 0", () => {
		const card = score([]);
		expect(card).toMatchObject({ compositeBps: 0, lowestForceBps: 0, monthsPresent: [] });
		for (const id of indicatorIds)
			expect(indicator(card, id)).toMatchObject({ value: null, reason: "NO_DATA", scoreBps: 0 });
	});

	test("a zero denominator is missing, a zero numerator is a value", () => {
		const card = score([{ ...empty, paidOrders: 10 }]);
		expect(indicator(card, "dispute_rate")).toMatchObject({
			value: "0.0000",
			reason: null,
			scoreBps: 10_000,
		});
		expect(indicator(card, "return_on_spend")).toMatchObject({ value: null, reason: "NO_DATA" });
		expect(indicator(card, "c2m_orders")).toMatchObject({ value: "0.0000", reason: null });
	});

	test("flows are divided after summing, levels are the mean of the months present", () => {
		const card = score([
			{ ...half, month: "2024-04", paidOrders: 900, disputes: 0, qualifiedStreamers: 4 },
			{ ...half, month: "2024-06", paidOrders: 100, disputes: 10, qualifiedStreamers: 7 },
			{ ...half, month: "2024-03", disputes: 9_999 },
		]);
		expect(card.window).toEqual(["2024-04", "2024-05", "2024-06"]);
		expect(card.monthsPresent).toEqual(["2024-04", "2024-06"]);
		expect(indicator(card, "dispute_rate").value).toBe("100.0000");
		expect(indicator(card, "qualified_streamers").value).toBe("5.5000");
	});

	test("a month may not come twice", () => {
		expect(() => score([half, half])).toThrow("DUPLICATE_MONTH");
	});

	test("a part may not exceed its whole", () => {
		const parsed = monthlyForceFactsSchema.safeParse({ ...half, ordersShippedOnTime: 1_001 });
		expect(parsed.error?.issues[0]).toMatchObject({
			message: "PART_EXCEEDS_WHOLE",
			path: ["ordersShippedOnTime"],
		});
		expect(monthlyForceFactsSchema.safeParse(half).success).toBe(true);
	});
});

const counts = fc.integer({ min: 0, max: 2_000 });
const months = fc.constantFrom("2024-04", "2024-05", "2024-06");
const factRows = fc.uniqueArray(
	fc.record({
		month: months,
		...Object.fromEntries(
			Object.entries(empty)
				.filter(([key]) => key !== "month")
				.map(([key, value]) => [key, typeof value === "bigint" ? counts.map(BigInt) : counts]),
		),
	}) as fc.Arbitrary<MonthlyForceFacts>,
	{ selector: (row) => row.month, maxLength: 3 },
);

describe("properties", () => {
	test("scores stay in 0–100, do not depend on row order, and rebuild from the card", () => {
		fc.assert(
			fc.property(factRows, (rows) => {
				const card = score(rows);
				expect(score([...rows].reverse())).toEqual(card);
				expect(rebuildScorecard(JSON.parse(JSON.stringify(card)))).toEqual(card);
				for (const bps of [card.compositeBps, ...card.forces.map((force) => force.scoreBps)]) {
					expect(bps).toBeGreaterThanOrEqual(0);
					expect(bps).toBeLessThanOrEqual(10_000);
				}
			}),
		);
	});

	test("rounding down never carries a score over a line the fraction has not reached", () => {
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 2_000 }), (orders, due) => {
				const card = score([{ ...empty, ordersDue: due, ordersShippedOnTime: Math.min(orders, due) }]);
				const exact = scoreBetween(
					{ num: BigInt(Math.min(orders, due)) * 10_000n, den: BigInt(due) },
					ratioFromDecimal("9000"),
					ratioFromDecimal("9900"),
				);
				const shown = BigInt(indicator(card, "shipped_on_time").scoreBps);
				expect(compareRatio(exact, { num: shown, den: 10_000n })).toBeGreaterThanOrEqual(0);
				expect(compareRatio(exact, { num: shown + 1n, den: 10_000n })).toBe(-1);
			}),
		);
	});

	test("a better count never lowers the composite", () => {
		fc.assert(
			fc.property(factRows, fc.integer({ min: 1, max: 500 }), (rows, more) => {
				const better = rows.map((row) => ({
					...row,
					trafficGmvFen: row.trafficGmvFen + BigInt(more),
					c2mOrders: row.c2mOrders + more,
					disputes: Math.max(0, row.disputes - more),
				}));
				expect(score(better).compositeBps).toBeGreaterThanOrEqual(score(rows).compositeBps);
			}),
		);
	});
});

test("a scorecard kept as its sums is made again as it was, among any number of others", () => {
	fc.assert(
		fc.property(fc.array(factRows, { maxLength: 150 }), (all) => {
			const kept = keepScorecards(forcePolicyV1, "2024-06");
			const added = all.map((rows, i) => kept.add(`p${i}`, rows));
			expect(added).toEqual(all.map(score));
			expect(all.map((_, i) => kept.get(`p${i}`))).toEqual(added);
		}),
		{ numRuns: 20 },
	);
	expect(keepScorecards(forcePolicyV1, "2024-06").get("p0")).toBeUndefined();
	const most = 2n ** 63n - 1n;
	const both = [
		{ ...empty, trafficGmvFen: most },
		{ ...empty, month: "2024-05", trafficGmvFen: 1n },
	];
	expect(() => keepScorecards(forcePolicyV1, "2024-06").add("p0", both)).toThrow("TOTAL_TOO_LARGE");
});

describe("percentiles in the track", () => {
	const partner = (partnerId: string, facts: Partial<MonthlyForceFacts>) => ({
		partnerId,
		scorecard: score([{ ...empty, ...facts }]),
	});
	test("best is ahead of all others, smaller is better turns round, no value has none", () => {
		const ranked = rankInTrack([
			partner("a", { paidOrders: 1_000, disputes: 1 }),
			partner("b", { paidOrders: 1_000, disputes: 5 }),
			partner("c", { paidOrders: 1_000, disputes: 5 }),
			partner("d", {}),
		]);
		expect(ranked.map((r) => r.indicators.dispute_rate)).toEqual([10_000, 0, 0, null]);
		expect(ranked.map((r) => r.forces.fulfilment)).toEqual([10_000, 3333, 3333, 0]);
		expect(ranked.map((r) => r.partnerId)).toEqual(["a", "b", "c", "d"]);
	});

	test("a partner alone is at the top", () => {
		expect(rankInTrack([partner("a", {})])[0]).toMatchObject({ compositeBps: 10_000 });
	});

	test("do not depend on the order of partners", () => {
		fc.assert(
			fc.property(fc.array(factRows, { maxLength: 8 }), (all) => {
				const partners = all.map((rows, i) => ({ partnerId: `p${i}`, scorecard: score(rows) }));
				expect(rankInTrack([...partners].reverse()).reverse()).toEqual(rankInTrack(partners));
			}),
		);
	});
});
