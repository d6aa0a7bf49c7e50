/** The four guarantees of the trust card (domain.md §3.8): 七天无理由, 退货补运费, 假一赔十, 退款不退货. */
export const guarantees = [
	"SEVEN_DAY_RETURN",
	"RETURN_FREIGHT",
	"TENFOLD_COMPENSATION",
	"REFUND_WITHOUT_RETURN",
] as const;

/** Opting in is voluntary and earns no tier points. */
export const earnsTierPoints = false;

export const claimStates = ["OPENED", "EVIDENCE", "DECIDED", "PAID", "CLOSED"] as const;
export const claimOutcomes = ["GRANTED", "REFUSED"] as const;

/** Why a buyer claims; each guarantee knows only some of them. */
export const claimReasons = [
	"NO_REASON",
	"QUALITY",
	"COUNTERFEIT",
	"DAMAGED",
	"SPOILED",
	"WRONG_ITEM",
	"MISSING_PARTS",
	"NOT_AS_DESCRIBED",
] as const;

export const reasonsOf = {
	SEVEN_DAY_RETURN: ["NO_REASON", "QUALITY"],
	RETURN_FREIGHT: ["NO_REASON", "QUALITY"],
	TENFOLD_COMPENSATION: ["COUNTERFEIT"],
	REFUND_WITHOUT_RETURN: ["QUALITY", "DAMAGED", "SPOILED", "WRONG_ITEM", "MISSING_PARTS", "NOT_AS_DESCRIBED"],
} as const satisfies Record<(typeof guarantees)[number], readonly (typeof claimReasons)[number][]>;

/** Never under the seven-day return, whatever anybody agrees: a list of law, not of policy. */
export const alwaysExcludedClasses = [
	"MADE_TO_ORDER",
	"FRESH_PERISHABLE",
	"OPENED_DIGITAL",
	"DELIVERED_NEWSPAPER",
] as const;

/** Outside the seven-day return only where the buyer confirmed it for this very order. */
export const confirmableClasses = ["OPENED_SAFETY", "ACTIVATED_VALUE_LOSS", "NEAR_EXPIRY_OR_FLAWED"] as const;

export const goodsClasses = ["ORDINARY", ...alwaysExcludedClasses, ...confirmableClasses] as const;
