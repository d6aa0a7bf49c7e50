export const fundStages = [
	"APPLIED",
	"SCREENING",
	"DUE_DILIGENCE",
	"COMMITTEE",
	"INVESTED",
	"DECLINED",
	"WITHDRAWN",
] as const;

/** The columns in which work waits. */
export const openStages = ["APPLIED", "SCREENING", "DUE_DILIGENCE", "COMMITTEE"] as const;

export const fundChoices = ["FOR", "AGAINST", "ABSTAIN"] as const;

/** Cards of a column on the board; the search finds the rest. */
export const COLUMN_SIZE = 30;
/** Of what is closed, the newest. */
export const CLOSED_COLUMN_SIZE = 8;

/** How the portal comes (domain.md §3.6, policy): a committee of which three have to speak, and more than half agree. */
export const fundPolicyV1 = {
	poolCode: "ecosystem-fund",
	quorum: 3,
	majorityBps: 5_000,
} as const;
