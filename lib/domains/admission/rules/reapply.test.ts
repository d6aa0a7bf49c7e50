import { expect, test } from "vitest";
import { firstReapplyDay, lastAppealDay } from "@/lib/domains/admission/rules/reapply";

const policy = { reapplyAfterDays: 30, reapplyAfterDaysWhenFalse: 365, appealWindowDays: 15 };

test("a rejection keeps a company out for the days of its policy, longer after a false statement", () => {
	expect(firstReapplyDay(policy, "2026-11-19", ["OTHER"])).toBe("2026-12-19");
	expect(firstReapplyDay(policy, "2026-11-19", ["OTHER", "FALSE_STATEMENT"])).toBe("2027-11-19");
	expect(firstReapplyDay({ ...policy, reapplyAfterDays: 0 }, "2026-11-19", [])).toBe("2026-11-19");
});

test("the appeal window counts calendar days, across a month's end", () => {
	expect(lastAppealDay(policy, "2026-11-19")).toBe("2026-12-04");
	expect(lastAppealDay({ appealWindowDays: 0 }, "2026-11-19")).toBe("2026-11-19");
});
