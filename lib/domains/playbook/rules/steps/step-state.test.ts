import { expect, test } from "vitest";
import { advanceStep, openStep } from "@/lib/domains/playbook/rules/steps/step-state";
import type { StepDay } from "@/lib/domains/playbook/types/steps";
import { addDays } from "@/lib/platform/time";

/** `+` holds with its items done, `i` holds without, `-` lies below. */
const days = (marks: string): StepDay[] =>
	[...marks].map((mark, index) => ({
		day: addDays("2026-01-01", index),
		isMet: mark !== "-",
		requiredDone: mark !== "i",
	}));
const states = (marks: string) => {
	let standing = openStep;
	return days(marks).flatMap((day) => {
		const next = advanceStep(standing, day, 28);
		standing = next.standing;
		return next.change ? [`${next.change.day} ${next.change.to}`] : [];
	});
};

test("a step closes on the first day on which data and items are both there", () => {
	expect(states("--ii-+")).toEqual(["2026-01-06 CLOSED"]);
	expect(states("iiii")).toEqual([]);
});

test("27 days below keep it closed, 28 open it again", () => {
	expect(states(`+${"-".repeat(27)}`)).toEqual(["2026-01-01 CLOSED"]);
	expect(states(`+${"-".repeat(28)}`)).toEqual(["2026-01-01 CLOSED", "2026-01-29 REOPENED"]);
});

test("one day that holds begins the count anew", () => {
	expect(states(`+${"-".repeat(27)}i${"-".repeat(27)}`)).toEqual(["2026-01-01 CLOSED"]);
	expect(states(`+${"-".repeat(27)}+${"-".repeat(28)}`)[1]).toBe("2026-02-26 REOPENED");
});

test("an item undone after the closing does not open the step; a reopened one closes again on data", () => {
	expect(states(`+${"i".repeat(60)}`)).toEqual(["2026-01-01 CLOSED"]);
	expect(states(`+${"-".repeat(28)}+`).at(-1)).toBe("2026-01-30 CLOSED");
});
