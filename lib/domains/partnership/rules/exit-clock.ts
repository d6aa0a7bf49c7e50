import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { LEAVE_WITHIN_DAYS, REFUND_WITHIN_DAYS } from "@/lib/domains/partnership/constants";
import { addDays, type Day } from "@/lib/platform/time";
import { addWorkingDays, type WorkCalendar } from "@/lib/platform/time/working-days";

type Periods = Pick<AdmissionPolicy, "appealWindowDays" | "appealAnswerWorkingDays">;

/** The last business day of the partner's window: calendar days after the notice's own, through 24:00 of the last. */
export function lastReplyDay(policy: Periods, noticeOn: Day): Day {
	return addDays(noticeOn, policy.appealWindowDays);
}

/** Whether the partner may still answer: the last day belongs to the window. */
export function isReplyOpen(replyBy: Day, today: Day): boolean {
	return today <= replyBy;
}

/** The last business day on which the decision is in time, counted from the answer or from the end of the window. */
export function lastDecisionDay(policy: Periods, calendar: WorkCalendar, from: Day): Day {
	return addWorkingDays(calendar, from, policy.appealAnswerWorkingDays);
}

/**
 * The days an exit may take effect on. What the platform orders begins today at the earliest. A partner that asked to
 * leave is not put out before the day it wished, and not held longer than 30 days after it asked, nor past the wished
 * day where that is later; a decision that comes late itself takes effect at once.
 */
export function effectiveDays(
	exit: { wishedOn: Day | null; openedOn: Day },
	today: Day,
): { from: Day; to: Day | null } {
	if (exit.wishedOn === null) return { from: today, to: null };
	const from = later(today, exit.wishedOn);
	return { from, to: later(from, addDays(exit.openedOn, LEAVE_WITHIN_DAYS)) };
}

/** The last day for the refund of the deposit: so many days after the exit takes effect (agreement, section 4). */
export function refundDueOn(exitedOn: Day): Day {
	return addDays(exitedOn, REFUND_WITHIN_DAYS);
}

function later(a: Day, b: Day): Day {
	return a > b ? a : b;
}
