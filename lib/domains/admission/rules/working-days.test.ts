import fc from "fast-check";
import { expect, test } from "vitest";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "@/lib/domains/admission/rules/working-days";
import { addDays } from "@/lib/platform/time";

test.each([
	["2026-11-16", 3, "2026-11-19"],
	["2026-11-19", 3, "2026-11-24"],
	["2026-11-20", 1, "2026-11-23"],
	["2026-11-21", 1, "2026-11-23"],
	["2026-11-22", 3, "2026-11-25"],
	["2026-11-20", 0, "2026-11-20"],
])("%s + %i working days = %s", (day, count, due) => {
	expect(addWorkingDays(day, count)).toBe(due);
});

test("counting takes back what adding gave", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 30 }), (offset, count) => {
			const from = addDays("2026-01-01", offset);
			const due = addWorkingDays(from, count);
			expect(isWorkingDay(due)).toBe(true);
			expect(workingDaysBetween(from, due)).toBe(count);
		}),
	);
	expect(workingDaysBetween("2026-11-20", "2026-11-18")).toBe(0);
});
