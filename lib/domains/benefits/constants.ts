/** domain.md §3.6: the two programmes and their modules. */
export const benefitProgrammes = ["WINDMAKER", "DIVIDEND"] as const;
export const benefitModules = ["INCENTIVE", "RIGHTS", "ENABLEMENT", "POLICY", "PRODUCT", "TRAFFIC"] as const;
export const modulesOf = {
	WINDMAKER: ["INCENTIVE", "RIGHTS", "ENABLEMENT"],
	DIVIDEND: ["POLICY", "PRODUCT", "TRAFFIC"],
} as const;
export const benefitAudiences = ["PARTNER", "STREAMER", "BRAND"] as const;
export const benefitDeliveries = ["GRANT", "RIGHT", "ITEMS"] as const;
export const benefitStatuses = ["DRAFT", "PUBLISHED", "PAUSED", "RETIRED"] as const;
export const approvalModes = ["AUTO", "PERSON"] as const;
export const limitPeriods = ["MONTH", "QUARTER", "YEAR", "EVER"] as const;
export const itemKinds = ["TRAINING", "TOOL", "DOCUMENT"] as const;

export const applicationStates = [
	"APPLIED",
	"SECOND",
	"GRANTED",
	"USED",
	"REPORTED",
	"CLOSED",
	"EXPIRED",
	"REFUSED",
	"WITHDRAWN",
	"CLAWED_BACK",
] as const;
/** What ended so is as if it had never been asked for: it counts against no limit. */
export const uncountedStates = ["REFUSED", "WITHDRAWN", "CLAWED_BACK"] as const;
export const applicationSteps = [
	"approveFirst",
	"approve",
	"refuse",
	"withdraw",
	"use",
	"report",
	"close",
	"expire",
	"clawBack",
] as const;

export const BENEFITS_PER_PAGE = 30;
/** Applications decided by one press of a button. */
export const BULK_LIMIT = 50;
