import fc from "fast-check";
import { expect, test } from "vitest";
import { settlePractical, totalOf } from "@/lib/domains/certification/rules/practical";

const settle = (totals: number[]) => settlePractical(totals, { of: 100, passBps: 6_000 });

test("nothing is settled by one marker", () => {
	expect(settle([])).toEqual({ state: "WAITING", markers: 0 });
	expect(settle([80])).toEqual({ state: "WAITING", markers: 1 });
});

test("two who agree settle it by their mean, passed from the mark on", () => {
	expect(settle([60, 60])).toEqual({ state: "DONE", halves: 120, passed: true });
	expect(settle([59, 59])).toEqual({ state: "DONE", halves: 118, passed: false });
	expect(settle([75, 90])).toEqual({ state: "DONE", halves: 165, passed: true });
});

test("more than fifteen points apart, or apart about passing, a third marks", () => {
	expect(settle([75, 91])).toEqual({ state: "THIRD_NEEDED", totals: [75, 91] });
	expect(settle([59, 60])).toEqual({ state: "THIRD_NEEDED", totals: [59, 60] });
});

test("with a third the nearest two count, the higher pair of equally near ones", () => {
	expect(settle([40, 80, 75])).toEqual({ state: "DONE", halves: 155, passed: true });
	expect(settle([40, 80, 45])).toEqual({ state: "DONE", halves: 85, passed: false });
	expect(settle([40, 80, 60])).toEqual({ state: "DONE", halves: 140, passed: true });
});

test("the order of the markers changes nothing", () => {
	const total = fc.nat(100);
	fc.assert(
		fc.property(fc.tuple(total, total, total), ([a, b, c]) => {
			expect(settle([a, b, c])).toEqual(settle([c, a, b]));
			expect(settle([a, b])).toMatchObject({ state: settle([b, a]).state });
		}),
	);
});

test("a rubric's total counts only its criteria", () => {
	const rubric = [
		{ code: "plan", max: 10 },
		{ code: "offer", max: 5 },
	];
	expect(totalOf(rubric, { plan: 7, other: 9 })).toBe(7);
});
