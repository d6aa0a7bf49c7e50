import { expect, test } from "vitest";
import { admissionPolicyV1 as rules } from "@/lib/domains/admission/constants";
import { earliestEffectiveDay, isAffected, noticeDaysFor } from "@/lib/domains/admission/rules/notice-period";
import type { StandardResult } from "@/lib/domains/admission/types";

const failed = (standardId: string): StandardResult => ({
	standardId,
	kind: standardId,
	status: "failed",
	reason: "BELOW_MINIMUM",
	unit: null,
	value: null,
	threshold: null,
});

test("50 affected are owed 7 days, 51 are owed 15", () => {
	expect(noticeDaysFor(rules, 50)).toBe(7);
	expect(noticeDaysFor(rules, 51)).toBe(15);
});

test("the earliest day is today and the notice, never before a version already announced", () => {
	const today = "2026-11-22";
	const latestEffectiveFrom = "2000-01-01";
	expect(earliestEffectiveDay(rules, { today, affected: 50, latestEffectiveFrom })).toBe("2026-11-29");
	expect(earliestEffectiveDay(rules, { today, affected: 51, latestEffectiveFrom })).toBe("2026-12-07");
	expect(earliestEffectiveDay(rules, { today, affected: 0, latestEffectiveFrom: "2026-12-20" })).toBe(
		"2026-12-20",
	);
});

test("what is still to be submitted is affected; what stands submitted only where the machine finds otherwise", () => {
	expect(isAffected("DRAFT", [], [])).toBe(true);
	expect(isAffected("CHANGES_REQUESTED", [], [])).toBe(true);
	expect(isAffected("SUBMITTED", [failed("a")], [failed("a")])).toBe(false);
	expect(isAffected("IN_REVIEW", [], [failed("a")])).toBe(true);
	expect(isAffected("SUBMITTED", [failed("a")], [])).toBe(true);
	expect(isAffected("APPROVED", [], [failed("a")])).toBe(false);
});
