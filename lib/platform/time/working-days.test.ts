import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/platform/time";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "@/lib/platform/time/working-days";

test.each([
	["2026-11-16", 3, "2026-11-19"],
	["2026-11-19", 3, "2026-11-24"],
	["2026-11-20", 1, "2026-11-23"],
	["2026-11-21", 1, "2026-11-23"],
	["2026-11-22", 3, "2026-11-25"],
	["2026-11-20", 0, "2026-11-20"],
])("%s + %i working days = %s", (day, count, due) => {
	expect(addWorkingDays({}, day, count)).toBe(due);
});

test("a public holiday is not worked, its make-up day is", () => {
	const calendar = { "2026-10-01": false, "2026-10-02": false, "2026-10-10": true };
	expect(addWorkingDays(calendar, "2026-09-30", 1)).toBe("2026-10-05");
	expect(addWorkingDays(calendar, "2026-10-09", 1)).toBe("2026-10-10");
	expect(workingDaysBetween(calendar, "2026-09-30", "2026-10-11")).toBe(6);
	expect(isWorkingDay(calendar, "2026-10-10")).toBe(true);
	expect(isWorkingDay(calendar, "2026-10-11")).toBe(false);
});

test("counting takes back what adding gave, whatever the calendar", () => {
	const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays("2026-01-01", offset));
	const calendars = fc.dictionary(day, fc.boolean(), { maxKeys: 60 });
	fc.assert(
		fc.property(calendars, day, fc.integer({ min: 1, max: 30 }), (calendar, from, count) => {
			const due = addWorkingDays(calendar, from, count);
			expect(isWorkingDay(calendar, due)).toBe(true);
			expect(workingDaysBetween(calendar, from, due)).toBe(count);
		}),
	);
	expect(workingDaysBetween({}, "2026-11-20", "2026-11-18")).toBe(0);
});
