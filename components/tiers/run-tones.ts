/** What the states of a run look like. */
export const runTones = {
	COMPUTING: "brand",
	DRAFT: "neutral",
	NOTICE: "warning",
	FINAL: "success",
	DISCARDED: "neutral",
	FAILED: "danger",
} as const;
