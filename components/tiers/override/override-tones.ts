/** What the states of an override look like. */
export const overrideTones = {
	PROPOSED: "warning",
	CONFIRMED: "success",
	REJECTED: "danger",
	WITHDRAWN: "neutral",
} as const;
