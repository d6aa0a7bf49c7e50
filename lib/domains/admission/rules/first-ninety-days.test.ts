import { describe, expect, test } from "vitest";
import { type FirstDaysFacts, planFirstDays } from "@/lib/domains/admission/rules/first-ninety-days";

const facts: FirstDaysFacts = {
	admittedOn: "2026-11-20",
	firstShopOn: null,
	firstGmvOn: null,
	firstExpertOn: null,
	tier: 1,
	nextVerificationOn: "2027-05-20",
};

function stateOf(change: Partial<FirstDaysFacts>, asOf: string, milestone: string) {
	return planFirstDays({ ...facts, ...change }, 90, asOf)?.steps.find((step) => step.milestone === milestone);
}

describe("planFirstDays", () => {
	test("dates every milestone from the day of admission", () => {
		const plan = planFirstDays(facts, 90, "2026-11-20");
		expect(plan).toMatchObject({ dayNumber: 0, protectedUntil: "2027-02-18" });
		expect(plan?.steps.map(({ milestone, due }) => [milestone, due])).toEqual([
			["shop", "2026-12-04"],
			["gmv", "2026-12-20"],
			["expert", "2027-01-19"],
			["tier", "2027-02-18"],
			["verification", "2027-05-20"],
		]);
	});

	test("stands from the first day to the last protected one", () => {
		expect(planFirstDays(facts, 90, "2026-11-19")).toBeNull();
		expect(planFirstDays(facts, 90, "2027-02-17")).toMatchObject({ dayNumber: 89 });
		expect(planFirstDays(facts, 90, "2027-02-18")).toBeNull();
	});

	test("a milestone is late the day after it was due, and done whenever the data say so", () => {
		expect(stateOf({}, "2026-12-04", "shop")?.state).toBe("open");
		expect(stateOf({}, "2026-12-05", "shop")?.state).toBe("late");
		expect(stateOf({ firstShopOn: "2026-12-09" }, "2026-12-10", "shop")).toMatchObject({
			state: "done",
			doneOn: "2026-12-09",
		});
		expect(stateOf({ tier: 2 }, "2026-12-10", "tier")?.state).toBe("done");
		expect(stateOf({ tier: 1 }, "2026-12-10", "tier")?.state).toBe("open");
	});

	test("no milestone lies behind a shorter protection, and none without a date is invented", () => {
		const plan = planFirstDays({ ...facts, nextVerificationOn: null }, 20, "2026-11-25");
		expect(plan?.steps.map((step) => step.due)).toEqual([
			"2026-12-04",
			"2026-12-10",
			"2026-12-10",
			"2026-12-10",
		]);
	});
});
