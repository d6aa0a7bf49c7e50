import { expect, test } from "vitest";
import { findBurstInterval, seedOf } from "@/lib/domains/playbook/rules/steps/bootstrap";
import {
	findBaseline,
	findBestWeek,
	findFirstDistribution,
	type ProductDay,
} from "@/lib/domains/playbook/rules/steps/burst";
import { buildCohorts, weekOf } from "@/lib/domains/playbook/rules/steps/cohorts";
import { rankProducts } from "@/lib/domains/playbook/rules/steps/rank-products";

const paid = (day: string, fen: bigint): ProductDay => ({
	day,
	paidFen: fen,
	distributionFen: 0n,
	distributionSales: 0,
});
const pushed = (day: string, fen: bigint, sales = 1): ProductDay => ({
	day,
	paidFen: fen,
	distributionFen: fen,
	distributionSales: sales,
});

test("the best week holds seven days and no eighth", () => {
	const days = [pushed("2026-03-01", 100n), pushed("2026-03-07", 50n, 2), pushed("2026-03-08", 40n)];
	expect(findBestWeek(days, "2026-03-31")).toEqual({
		from: "2026-03-01",
		to: "2026-03-07",
		fen: 150n,
		sales: 3,
	});
	expect(findBestWeek(days, "2026-03-06")?.fen).toBe(100n);
	expect(findBestWeek([paid("2026-03-01", 5n)], "2026-03-31")).toBeNull();
	expect(findFirstDistribution([paid("2026-02-01", 1n), ...days])).toBe("2026-03-01");
});

test("the baseline is the 28 days before the first distribution sale, that day left out", () => {
	const own = [
		paid("2026-01-31", 1_000n),
		paid("2026-02-01", 60n),
		paid("2026-02-28", 40n),
		pushed("2026-03-01", 9n),
	];
	expect(findBaseline(own, [], "2026-03-01")).toMatchObject({
		kind: "OWN",
		eighths: 200n,
		from: "2026-02-01",
	});
});

test("without earlier sales it is the shop's median product, of two the mean, of none nothing", () => {
	const other = (fen: bigint) => [paid("2026-02-10", fen)];
	const at = (...others: ProductDay[][]) => findBaseline([paid("2026-01-31", 9n)], others, "2026-03-01");
	expect(at(other(10n), other(30n), other(500n))).toMatchObject({ kind: "SHOP_MEDIAN", eighths: 60n });
	expect(at(other(10n), other(31n))).toMatchObject({ eighths: 41n });
	expect(at([paid("2026-03-01", 9n)])).toMatchObject({ kind: "NONE", eighths: null });
});

test("the interval is the same every time, holds the coefficient, and is wide for few sales", () => {
	const few = findBurstInterval([100n, 100n, 100n, 100n], 1_600n, seedOf("a"));
	const many = findBurstInterval(Array(100).fill(4n), 1_600n, seedOf("a"));
	expect(few).toEqual(findBurstInterval([100n, 100n, 100n, 100n], 1_600n, seedOf("a")));
	if (!few || !many) throw new Error("an interval");
	expect(few.lowHundredths).toBeLessThan(200);
	expect(few.highHundredths).toBeGreaterThan(200);
	expect(many.highHundredths - many.lowHundredths).toBeLessThan((few.highHundredths - few.lowHundredths) / 2);
	expect(findBurstInterval([], 1n, 1)).toBeNull();
	expect(findBurstInterval([1n], null, 1)).toBeNull();
	expect(findBurstInterval([1n], 0n, 1)).toBeNull();
});

test("what to push: sure before uncertain before below, then by the exact coefficient", () => {
	const product = (productId: string, weekFen: bigint, baselineEighths: bigint | null, low?: number) => ({
		shopId: 1,
		productId,
		weekFen,
		weekSales: 1,
		baselineEighths,
		interval: low === undefined ? null : { lowHundredths: low, highHundredths: 9_999, rounds: 1 },
	});
	const ranked = rankProducts(
		[
			product("none", 900n, null),
			product("few", 900n, 800n, 199),
			product("below", 199n, 800n),
			product("sure", 300n, 800n),
			product("surer", 301n, 800n),
			product("edge", 250n, 1_000n, 200),
		],
		200,
	);
	expect(ranked.map(({ productId, evidence }) => `${productId} ${evidence}`)).toEqual([
		"surer SURE",
		"sure SURE",
		"edge SURE",
		"few UNCERTAIN",
		"below BELOW",
		"none NO_BASELINE",
	]);
});

test("cohorts by Monday; the last day of a window counts, and a window that is not over is left out", () => {
	expect([weekOf("2026-03-02"), weekOf("2026-03-08"), weekOf("2026-03-09")]).toEqual([
		"2026-03-02",
		"2026-03-02",
		"2026-03-09",
	]);
	const buyers = [
		{ first: "2026-03-02", next: "2026-04-01" },
		{ first: "2026-03-02", next: "2026-04-02" },
		{ first: "2026-03-08", next: null },
	];
	expect(buildCohorts(buyers, "2026-04-06")).toEqual([{ week: "2026-03-02", buyers: 3, cells: [] }]);
	expect(buildCohorts(buyers, "2026-04-07")[0]?.cells).toEqual([{ withinDays: 30, buyers: 3, again: 1 }]);
	expect(buildCohorts(buyers, "2026-05-07")[0]?.cells[1]).toEqual({ withinDays: 60, buyers: 3, again: 2 });
});
