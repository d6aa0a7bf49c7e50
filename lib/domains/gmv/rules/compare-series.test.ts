import { expect, test } from "vitest";
import { compareSeries } from "@/lib/domains/gmv/rules/compare-series";

const point = (bucket: string, paidFen: bigint, refundedFen = 0n) => ({ bucket, paidFen, refundedFen });

test("days stand beside days in their order, what is missing is nothing", () => {
	const compared = compareSeries(
		{ now: { from: "2026-03-01", to: "2026-03-04" }, earlier: { from: "2026-02-26", to: "2026-03-01" } },
		{
			now: [point("2026-03-01", 10n), point("2026-03-03", 30n, 5n)],
			earlier: [point("2026-02-27", 7n)],
		},
		"day",
		"net",
	);
	expect(compared).toEqual([
		{ now: "2026-03-01", earlier: "2026-02-26", nowFen: 10n, earlierFen: 0n },
		{ now: "2026-03-02", earlier: "2026-02-27", nowFen: 0n, earlierFen: 7n },
		{ now: "2026-03-03", earlier: "2026-02-28", nowFen: 25n, earlierFen: 0n },
	]);
});

test("a period that touches a week more keeps it: both add up", () => {
	// Seven days that are one week, and seven that touch two.
	const compared = compareSeries(
		{ now: { from: "2026-03-02", to: "2026-03-09" }, earlier: { from: "2025-03-02", to: "2025-03-09" } },
		{
			now: [point("2026-03-02", 9n)],
			earlier: [point("2025-02-24", 1n), point("2025-03-03", 2n)],
		},
		"week",
		"paid",
	);
	expect(compared.map(({ now, earlier }) => [now, earlier])).toEqual([
		["2026-03-02", "2025-02-24"],
		[null, "2025-03-03"],
	]);
	expect(compared.reduce((fen, one) => fen + one.earlierFen, 0n)).toBe(3n);
});
