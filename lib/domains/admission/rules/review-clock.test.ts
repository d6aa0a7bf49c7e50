import { expect, test } from "vitest";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";

test.each([
	["2026-11-19", { level: "calm", workingDaysLeft: 3 }],
	["2026-11-20", { level: "calm", workingDaysLeft: 2 }],
	["2026-11-22", { level: "calm", workingDaysLeft: 2 }],
	["2026-11-23", { level: "soon", workingDaysLeft: 1 }],
	["2026-11-24", { level: "soon", workingDaysLeft: 0 }],
	["2026-11-25", { level: "overdue", workingDaysLeft: -1 }],
	["2026-11-28", { level: "overdue", workingDaysLeft: -3 }],
])("as of %s", (asOf, clock) => {
	expect(readReviewClock({}, "2026-11-24", asOf)).toEqual({ dueOn: "2026-11-24", ...clock });
});

test("a due Friday is over on Saturday", () => {
	expect(readReviewClock({}, "2026-11-20", "2026-11-21")).toEqual({
		dueOn: "2026-11-20",
		level: "overdue",
		workingDaysLeft: -1,
	});
});
