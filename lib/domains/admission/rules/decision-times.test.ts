import { expect, test } from "vitest";
import {
	type Conclusion,
	countAges,
	medianOf,
	p90Of,
	shareBps,
	summariseConclusions,
} from "./decision-times";
import { daysOfPeriod, monthsOf, parseNumbersPeriod } from "./decision-times-period";

const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
const conclusion = (change: Partial<Conclusion>): Conclusion => ({
	event: "approve",
	track: "training",
	reviewerId: "usr_a",
	submittedAt: at("2026-11-02"),
	concludedAt: at("2026-11-04"),
	allowedDays: 5,
	appeal: null,
	...change,
});

test("median and p90 by hand", () => {
	expect([medianOf([]), medianOf([3]), medianOf([5, 1, 3]), medianOf([4, 1, 2, 3])]).toEqual([
		null,
		3,
		3,
		2.5,
	]);
	expect([p90Of([]), p90Of([7])]).toEqual([null, 7]);
	expect(p90Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe(9);
	expect(p90Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toBe(10);
});

test("days are working days of the calendar, in time up to the last allowed one", () => {
	// 2026-11-06 is a Friday; the Sunday after it is worked.
	const calendar = { "2026-11-08": true, "2026-11-09": false };
	const numbers = summariseConclusions(calendar, [
		conclusion({ submittedAt: at("2026-11-06"), concludedAt: at("2026-11-08"), allowedDays: 1 }),
		conclusion({ submittedAt: at("2026-11-06"), concludedAt: at("2026-11-10"), allowedDays: 1 }),
		conclusion({ concludedAt: at("2026-11-02") }),
	]);
	expect(numbers).toMatchObject({ medianDays: 1, p90Days: 2, inTime: { part: 2, of: 3 } });
});

test("shares have the right whole", () => {
	const numbers = summariseConclusions({}, [
		conclusion({}),
		conclusion({ event: "request_changes" }),
		conclusion({ event: "reject", appeal: "OVERTURNED" }),
		conclusion({ event: "reject", appeal: "DISMISSED" }),
		conclusion({ event: "reject", appeal: "OPEN" }),
		conclusion({ event: "reject" }),
	]);
	expect(numbers).toMatchObject({
		approval: { part: 1, of: 5 },
		changes: { part: 1, of: 6 },
		appealed: { part: 3, of: 4 },
		overturned: { part: 1, of: 2 },
	});
	expect(shareBps(numbers.approval)).toBe(2000);
	expect(shareBps({ part: 0, of: 0 })).toBeNull();
});

test("ages fall into their buckets on both sides of a line", () => {
	const days = [
		"2026-11-20",
		"2026-11-19",
		"2026-11-18",
		"2026-11-16",
		"2026-11-13",
		"2026-11-12",
		"2026-11-05",
	];
	const ages = countAges(
		{},
		days.map((day) => ({ day, count: 2 })),
		"2026-11-20",
	);
	// 0, 1, 2, 4, 5, 6 and 11 working days.
	expect(ages.map(({ count }) => count)).toEqual([4, 2, 4, 2, 2]);
});

test("periods", () => {
	expect(parseNumbersPeriod("nonsense")).toBe("last12Months");
	expect(daysOfPeriod("last12Months", "2026-11-22")).toEqual({ from: "2025-11-23", to: "2026-11-22" });
	expect(daysOfPeriod("last90Days", "2026-11-22")).toEqual({ from: "2026-08-25", to: "2026-11-22" });
	expect(monthsOf({ from: "2025-12-31", to: "2026-02-01" })).toEqual(["2025-12", "2026-01", "2026-02"]);
});
