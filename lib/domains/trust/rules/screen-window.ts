import { isInTime, returnWindow } from "@/lib/domains/trust/rules/seven-day-window";
import type { ClaimFacts, ScreenResult } from "@/lib/domains/trust/types/claims";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";
import { businessDayOf } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

/**
 * Whether a claim is in time. Established counterfeits have no window; faulty goods past theirs go to a person, for the law
 * may give the buyer more than the promise (消费者权益保护法 art. 24).
 */
export function screenWindow(
	facts: ClaimFacts,
	policy: JudgedPolicy,
	calendar: WorkCalendar,
): ScreenResult[] {
	if (policy.guarantee === "TENFOLD_COMPENSATION") return [];
	const isLegal = policy.guarantee === "SEVEN_DAY_RETURN";
	const terms = isLegal
		? policy.document
		: { windowDays: policy.document.claimDays, rollsOverHolidays: false };
	const clause = isLegal ? "SAMR_SEVEN_DAY_10" : "TRUST_TERMS";
	const head = { check: "IN_WINDOW", clause } as const;
	const noticeOn = businessDayOf(facts.noticeSentAt);
	const { signedOn } = facts;
	if (signedOn === null)
		return [{ ...head, outcome: "unknown", reason: "SIGNED_DAY_UNKNOWN", inputs: { noticeOn } }];
	const window = returnWindow(signedOn, terms, calendar);
	const inputs = { noticeOn, signedOn, ...window };
	if (isInTime(facts.noticeSentAt, window))
		return window.movedFrom
			? [{ ...head, clause: "CIVIL_CODE_203", outcome: "pass", reason: "IN_TIME", inputs }]
			: [{ ...head, outcome: "pass", reason: "IN_TIME", inputs }];
	if (isLegal && facts.reason !== "NO_REASON")
		return [{ ...head, clause: "CONSUMER_LAW_24", outcome: "review", reason: "TOO_LATE", inputs }];
	return [{ ...head, outcome: "fail", reason: "TOO_LATE", inputs }];
}
