import { expect, test } from "vitest";
import { stepPolicyV1 } from "@/lib/domains/playbook/constants/step-policy";
import { haveSameLengths, policyOf, policyOn } from "./policy-on";

const version = (number: number, effectiveFrom: string, over = {}) => ({
	effectiveFrom,
	policy: { ...stepPolicyV1, version: number, ...over },
});
const policies = [
	version(2, "2026-03-10"),
	version(1, "2000-01-01"),
	version(4, "2026-05-01"),
	version(3, "2026-05-01"),
];

test("a version is in force from its first day on, not the day before; of two of one day the later counts", () => {
	expect(policyOn(policies, "2026-03-09").version).toBe(1);
	expect(policyOn(policies, "2026-03-10").version).toBe(2);
	expect(policyOn(policies, "2026-04-30").version).toBe(2);
	expect(policyOn(policies, "2026-05-01").version).toBe(4);
	expect(() => policyOn(policies, "1999-12-31")).toThrow("POLICY_MISSING");
});

test("a stored day asks for its own version, whatever is in force", () => {
	expect(policyOf(policies, 3).version).toBe(3);
	expect(() => policyOf(policies, 9)).toThrow("POLICY_MISSING");
});

test("days may stand in one line while their windows are equally long, whatever the thresholds", () => {
	const harder = { ...stepPolicyV1, streamers: 99 };
	expect(haveSameLengths(stepPolicyV1, harder)).toBe(true);
	expect(haveSameLengths(stepPolicyV1, { ...stepPolicyV1, windowDays: 27 })).toBe(false);
	expect(haveSameLengths(stepPolicyV1, { ...stepPolicyV1, repurchaseDays: 31 })).toBe(false);
	expect(haveSameLengths(stepPolicyV1, { ...stepPolicyV1, exclusiveOnSaleDays: 29 })).toBe(false);
});
