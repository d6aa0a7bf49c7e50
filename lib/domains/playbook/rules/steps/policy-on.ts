import { storedLengths } from "@/lib/domains/playbook/constants/step-policy";
import type { DatedStepPolicy } from "@/lib/domains/playbook/types/step-policy";
import type { StepPolicy } from "@/lib/domains/playbook/types/steps";
import { AppError } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

/**
 * The version in force on a business day: the one that took effect last, and of those of one day the later version.
 * @throws AppError POLICY_MISSING before the first
 */
export function policyOn(policies: readonly DatedStepPolicy[], day: Day): StepPolicy {
	const inForce = policies
		.filter(({ effectiveFrom }) => effectiveFrom <= day)
		.reduce<DatedStepPolicy | null>((best, one) => (best && !isLater(one, best) ? best : one), null);
	if (!inForce) throw new AppError("POLICY_MISSING");
	return inForce.policy;
}

function isLater(one: DatedStepPolicy, than: DatedStepPolicy): boolean {
	if (one.effectiveFrom !== than.effectiveFrom) return one.effectiveFrom > than.effectiveFrom;
	return one.policy.version > than.policy.version;
}

/** A version by its number, such as the one a stored day was judged under. @throws AppError POLICY_MISSING */
export function policyOf(policies: readonly DatedStepPolicy[], version: number): StepPolicy {
	const found = policies.find(({ policy }) => policy.version === version);
	if (!found) throw new AppError("POLICY_MISSING");
	return found.policy;
}

/** Whether days judged under both may stand in one line: their windows are equally long. */
export function haveSameLengths(one: Lengths, other: Lengths): boolean {
	return storedLengths.every((length) => one[length] === other[length]);
}

type Lengths = Readonly<Record<(typeof storedLengths)[number], number>>;
