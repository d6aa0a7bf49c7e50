/** What goes into the decision log. A new kind is added at the end; an old one keeps its name for ever. */
export const decisionKinds = [
	"TIER_VERDICT",
	"TIER_OVERRIDE",
	"ADMISSION",
	"ADMISSION_APPEAL",
	"PARTNER_ADMITTED",
	"EXIT",
	"POOL_MOVEMENT",
	"POLICY_PUBLISHED",
	"TIER_APPEAL",
	"FUND_DECISION",
	"BENEFIT",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What stands for the block before the first. */
export const NO_BLOCK_HASH = "0".repeat(64);

export const LOG_FORMAT = "windmaker-decision-log/1";

/** Rows of a page of the log. */
export const DECISIONS_PER_PAGE = 50;
