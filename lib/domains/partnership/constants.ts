export const exitKinds = ["VOLUNTARY", "FAILED_STANDARDS", "RED_LINE", "LICENCE_EXPIRED"] as const;
/** Kinds the platform gives notice of; a voluntary exit is the partner's own. */
export const noticeKinds = ["FAILED_STANDARDS", "RED_LINE", "LICENCE_EXPIRED"] as const;
export const exitStates = ["NOTICE", "REPLIED", "CONFIRMED", "DISMISSED", "CANCELLED"] as const;
export const probationStates = ["OPEN", "RECOVERED", "FAILED"] as const;
export const verificationStates = ["OPEN", "SUBMITTED", "PASSED", "FAILED"] as const;

/** What an exit may be founded on, kind by kind; published as codes, never as somebody's words. */
export const reasonsOfKind = {
	VOLUNTARY: ["OWN_REQUEST"],
	FAILED_STANDARDS: ["STANDARD_NOT_MET", "PROBATION_FAILED", "VERIFICATION_FAILED", "VERIFICATION_OVERDUE"],
	RED_LINE: ["FABRICATED_TRADES", "FORGED_CREDENTIALS", "DISPUTE_RATE"],
	LICENCE_EXPIRED: ["LICENCE_EXPIRED", "LICENCE_REVOKED"],
} as const;
export const exitReasons = [
	...reasonsOfKind.VOLUNTARY,
	...reasonsOfKind.FAILED_STANDARDS,
	...reasonsOfKind.RED_LINE,
	...reasonsOfKind.LICENCE_EXPIRED,
] as const;

/** A request to leave is answered by an exit within so many days of it, or on the wished day where that is later. */
export const LEAVE_WITHIN_DAYS = 30;
/** The agreement, section 4: the balance is refunded within so many days after the exit takes effect. */
export const REFUND_WITHIN_DAYS = 30;
/** How long before the due day of a verification its partner is reminded. */
export const reminderDays = [15, 7, 1] as const;

/** Plan items of the race's probation: nobody typed them, so they are told in the reader's language. */
export const standardPlanCodes = ["IMPROVEMENT_PLAN", "LEAVE_BOTTOM"] as const;
/** The reason of a probation the race opened. */
export const RACE_REASON = "RACE_BOTTOM";
/** The closing note of one that a corrected run took back. */
export const RACE_CORRECTED = "RACE_CORRECTED";

export const PAGE_SIZE = 30;
