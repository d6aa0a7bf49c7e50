import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { addDays, type Day } from "@/lib/platform/time";

type Periods = Pick<AdmissionPolicy, "reapplyAfterDays" | "reapplyAfterDaysWhenFalse">;

/**
 * The first business day on which a rejected company may apply again, counted from the day of the decision under the
 * version it was judged by; later where the rejection says that what was stated was not true.
 */
export function firstReapplyDay(policy: Periods, decidedOn: Day, reasonCodes: readonly string[]): Day {
	const isFalse = reasonCodes.includes("FALSE_STATEMENT");
	return addDays(decidedOn, isFalse ? policy.reapplyAfterDaysWhenFalse : policy.reapplyAfterDays);
}

/** The last business day on which a rejection may be appealed: the window counts calendar days after the decision's. */
export function lastAppealDay(policy: Pick<AdmissionPolicy, "appealWindowDays">, decidedOn: Day): Day {
	return addDays(decidedOn, policy.appealWindowDays);
}
