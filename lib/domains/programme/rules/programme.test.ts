import { describe, expect, it } from "vitest";
import { bandOf, countBands, sliceBy, sortBands } from "@/lib/domains/programme/rules/bands";
import { MAX_CURVE_POINTS, toCurve } from "@/lib/domains/programme/rules/curve";
import { findMovers, gapTo, nearestToLine, neededPer30Days } from "@/lib/domains/programme/rules/nearest";
import { assessBands, expectedTenths, paceOf, projectAtPace } from "@/lib/domains/programme/rules/pace";
import type { Band, Standing } from "@/lib/domains/programme/types/dashboard";
import { addDays } from "@/lib/platform/time";

const YI = 10_000_000_000n; // 1亿 CNY in fen
const billion: Band = {
	code: "billion",
	nameZh: "10亿",
	nameEn: "CNY 1B",
	thresholdFen: 10n * YI,
	inclusive: true,
	targetCount: 100,
};
const hundredMillion: Band = {
	code: "hundred_million",
	nameZh: "过亿",
	nameEn: "Over CNY 100M",
	thresholdFen: YI,
	inclusive: false,
	targetCount: 200,
};
const bands = sortBands([hundredMillion, billion]);

function standing(partnerId: string, netFen: bigint, more: Partial<Standing> = {}): Standing {
	return {
		partnerId,
		name: partnerId,
		trackCode: "brand_operation",
		region: "浙江",
		tier: 1,
		netFen,
		netBeforeMonthFen: netFen,
		lastMonthFen: 0n,
		monthBeforeFen: 0n,
		...more,
	};
}

describe("bands (domain.md §1)", () => {
	it.each([
		[0n, null],
		[-1n, null],
		[YI - 1n, null],
		[YI, null],
		[YI + 1n, "hundred_million"],
		[10n * YI - 1n, "hundred_million"],
		[10n * YI, "billion"],
		[10n * YI + 1n, "billion"],
	])("%s fen counts in %s", (netFen, code) => {
		expect(bandOf(netFen, bands)?.code ?? null).toBe(code);
	});

	it("counts a partner once, in its highest band", () => {
		expect(countBands([10n * YI, 50n * YI, YI + 1n, YI, 0n], bands)).toEqual({
			billion: 2,
			hundred_million: 1,
		});
	});

	it("adds up per track, the largest first", () => {
		const slices = sliceBy(
			[standing("a", YI), standing("b", 3n * YI, { trackCode: "training" }), standing("c", YI + 1n)],
			bands,
			(one) => one.trackCode,
		);
		expect(
			slices.map((slice) => [slice.key, slice.partners, slice.netFen, slice.inBand.hundred_million]),
		).toEqual([
			["training", 1, 3n * YI, 1],
			["brand_operation", 2, 2n * YI + 1n, 1],
		]);
	});
});

describe("pace", () => {
	const range = { from: "2026-01-01", to: "2027-01-01" };

	it("counts the day of the facts as elapsed and stays inside the programme", () => {
		expect(paceOf(range, "2026-01-01")).toMatchObject({ elapsedDays: 1, totalDays: 365, remainingDays: 364 });
		expect(paceOf(range, "2026-12-31")).toMatchObject({ elapsedDays: 365, remainingDays: 0 });
		expect(paceOf(range, "2027-03-01")).toMatchObject({ elapsedDays: 365, remainingDays: 0 });
		expect(paceOf(range, "2025-12-31")).toMatchObject({ elapsedDays: 0, remainingDays: 365 });
	});

	it("expects a straight line and rounds it down to a tenth", () => {
		expect(expectedTenths(100, paceOf(range, "2026-01-01"))).toBe(2);
		expect(expectedTenths(200, paceOf(range, "2026-12-31"))).toBe(2000);
	});

	it("projects a partner's own mean and never divides by zero", () => {
		expect(projectAtPace(YI, paceOf(range, "2026-03-14"))).toBe(5n * YI);
		expect(projectAtPace(7n, paceOf(range, "2025-06-01"))).toBe(7n);
		expect(projectAtPace(-7n, paceOf(range, "2026-12-31"))).toBe(-7n);
	});

	it("tells who reached a band this month, also from the band below", () => {
		const [top, low] = assessBands(
			[
				standing("stays", 11n * YI),
				standing("rises", 10n * YI, { netBeforeMonthFen: 9n * YI }),
				standing("crosses", 2n * YI, { netBeforeMonthFen: YI }),
				standing("falls", 9n * YI, { netBeforeMonthFen: 11n * YI }),
			],
			bands,
			paceOf(range, "2026-12-31"),
		);
		expect(top).toMatchObject({ count: 2, reachedThisMonth: 1, projectedCount: 2 });
		expect(low).toMatchObject({ count: 2, reachedThisMonth: 1 });
	});
});

describe("nearest to a line", () => {
	const pace = { asOf: "2026-10-02", elapsedDays: 275, totalDays: 365, remainingDays: 90 };

	it("asks one fen more than an exclusive line and exactly an inclusive one", () => {
		expect(gapTo(YI, hundredMillion)).toBe(1n);
		expect(gapTo(YI + 1n, hundredMillion)).toBe(0n);
		expect(gapTo(10n * YI - 1n, billion)).toBe(1n);
		expect(gapTo(10n * YI, billion)).toBe(0n);
	});

	it("spreads the gap over the remaining days, rounded up", () => {
		expect(neededPer30Days(10n, pace)).toBe(4n);
		expect(neededPer30Days(10n, { ...pace, remainingDays: 12 })).toBe(10n);
		expect(neededPer30Days(10n, { ...pace, remainingDays: 0 })).toBeNull();
	});

	it("lists the next line only, nearest share first, nobody above all lines or without sales", () => {
		const near = nearestToLine(
			[
				standing("a", 9n * YI),
				standing("b", YI),
				standing("c", 20n * YI),
				standing("d", 0n),
				standing("e", YI / 2n),
			],
			bands,
			pace,
			3,
		);
		expect(near.map((one) => [one.standing.partnerId, one.band.code, one.reachedBps])).toEqual([
			["b", "hundred_million", 10_000],
			["a", "billion", 9_000],
			["e", "hundred_million", 5_000],
		]);
	});
});

describe("movers and curve", () => {
	it("finds the largest gains and losses between two months", () => {
		const moved = findMovers(
			[
				standing("up", 0n, { lastMonthFen: 30n, monthBeforeFen: 10n }),
				standing("new", 0n, { lastMonthFen: 5n }),
				standing("down", 0n, { lastMonthFen: 1n, monthBeforeFen: 3n }),
				standing("still", 0n),
			],
			2,
		);
		expect(moved.up.map((one) => [one.standing.partnerId, one.changeBps])).toEqual([
			["up", 20_000n],
			["new", null],
		]);
		expect(moved.down.map((one) => [one.standing.partnerId, one.changeBps])).toEqual([["down", -6_667n]]);
	});

	it("adds days up to months and never exceeds the limit", () => {
		const days = Array.from({ length: 450 }, (_, i) => ({
			day: addDays("2026-01-01", i),
			netFen: 2n,
			unattributedFen: 1n,
		}));
		expect(toCurve(days, "day")).toHaveLength(MAX_CURVE_POINTS);
		expect(toCurve(days, "month")[0]).toEqual({ key: "2026-01", netFen: 62n, unattributedFen: 31n });
	});
});
