import { expect, test } from "vitest";
import { judgeBooking } from "@/lib/domains/certification/rules/may-book";

const terms = { attempts: 2, attemptDays: 365, coolingDays: 7, prerequisite: null };
const input = {
	past: [{ day: "2026-08-01", outcome: "FAILED" as const }],
	held: [],
	today: "2026-08-02",
	opensOn: "2026-08-01",
};

test("a seat is of use when the cooling time ends within the window, on its last day too", () => {
	expect(judgeBooking(terms, { ...input, closesOn: "2026-08-09" })).toEqual({
		may: true,
		attemptsLeft: 1,
		usableFrom: "2026-08-09",
	});
	expect(judgeBooking(terms, { ...input, closesOn: "2026-08-08" })).toEqual({
		may: false,
		reason: "COOLING",
		from: "2026-08-09",
	});
});

test("a window that opens later is judged by its first day", () => {
	expect(judgeBooking(terms, { ...input, opensOn: "2026-08-09", closesOn: null })).toEqual({
		may: true,
		attemptsLeft: 1,
	});
});

test("what waiting does not help with is refused whatever the window", () => {
	const middle = { ...terms, prerequisite: "junior" as const };
	expect(judgeBooking(middle, { ...input, closesOn: null })).toMatchObject({ reason: "PREREQUISITE" });
});
