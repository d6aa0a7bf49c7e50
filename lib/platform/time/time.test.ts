import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	addDays,
	addMonths,
	businessDayOf,
	daysBetween,
	isDay,
	isMonth,
	lastClosedMonth,
	lastDayOf,
	monthOf,
	monthRange,
	startOfDay,
	trailingMonths,
	trailingRange,
} from "@/lib/platform/time";

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("1992-01-01", n));

describe("business days", () => {
	test("turn at 16:00 UTC", () => {
		expect(businessDayOf(new Date("2024-02-28T15:59:59.999Z"))).toBe("2024-02-28");
		expect(businessDayOf(new Date("2024-02-28T16:00:00.000Z"))).toBe("2024-02-29");
		expect(startOfDay("2024-03-01").toISOString()).toBe("2024-02-29T16:00:00.000Z");
	});

	test("the start of a day falls on it and the instant before does not", () => {
		fc.assert(
			fc.property(days, (day) => {
				expect(businessDayOf(startOfDay(day))).toBe(day);
				expect(businessDayOf(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
			}),
		);
	});

	test("are added and subtracted", () => {
		expect(addDays("2023-12-31", 1)).toBe("2024-01-01");
		expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
		fc.assert(
			fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
				expect(daysBetween(day, addDays(day, n))).toBe(n);
			}),
		);
	});

	test("exist or are refused", () => {
		expect([
			isDay("2024-02-29"),
			isDay("2023-02-29"),
			isDay("2024-13-01"),
			isDay("2024-1-1"),
			isDay(""),
		]).toEqual([true, false, false, false, false]);
		expect([isMonth("2024-12"), isMonth("2024-00"), isMonth("2024-13")]).toEqual([true, false, false]);
		expect(() => addDays("2023-02-29", 1)).toThrow("BAD_DAY");
		expect(() => monthRange("2023-00")).toThrow("BAD_MONTH");
	});
});

describe("months", () => {
	test("addMonths keeps the day or takes the month's last", () => {
		expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
		expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
		expect(addMonths("2024-03-15", -15)).toBe("2022-12-15");
		expect(monthOf("2024-03-15")).toBe("2024-03");
	});

	test("ranges are half-open and meet", () => {
		expect(monthRange("2010-12")).toEqual({ from: "2010-12-01", to: "2011-01-01" });
		expect(lastDayOf("2024-02")).toBe("2024-02-29");
		expect(trailingMonths("2011-01", 3)).toEqual(["2010-11", "2010-12", "2011-01"]);
		expect(trailingRange("2011-01", 12)).toEqual({ from: "2010-02-01", to: "2011-02-01" });
	});

	test.each([
		["2010-12-14", 14, "2010-10"],
		["2010-12-15", 14, "2010-11"],
		["2010-12-31", 14, "2010-11"],
		["2011-01-14", 14, "2010-11"],
		["2011-01-15", 14, "2010-12"],
		["2011-03-01", 0, "2011-02"],
	])("lastClosedMonth(%s, %i) = %s", (asOf, days, month) => {
		expect(lastClosedMonth(asOf, days)).toBe(month);
	});

	test("the last closed month is the latest that has been closed long enough", () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 0, max: 60 }), (asOf, closed) => {
				const month = lastClosedMonth(asOf, closed);
				expect(daysBetween(monthRange(month).to, asOf)).toBeGreaterThanOrEqual(closed);
				expect(daysBetween(monthRange(monthOf(monthRange(month).to)).to, asOf)).toBeLessThan(closed);
			}),
		);
	});
});
