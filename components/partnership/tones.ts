/** One table per state of this domain. */
export const exitTones = {
	NOTICE: "warning",
	REPLIED: "info",
	CONFIRMED: "danger",
	DISMISSED: "success",
	CANCELLED: "neutral",
} as const;
export const probationTones = { OPEN: "warning", RECOVERED: "success", FAILED: "danger" } as const;
export const verificationTones = {
	OPEN: "warning",
	SUBMITTED: "info",
	PASSED: "success",
	FAILED: "danger",
} as const;
export const partnerTones = {
	ACTIVE: "success",
	PROBATION: "warning",
	EXIT_NOTICE: "danger",
	EXITED: "neutral",
} as const;
