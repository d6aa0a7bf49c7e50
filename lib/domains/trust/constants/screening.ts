/** What is asked of every claim, in this order. */
export const screenChecks = [
	"COVERED",
	"REASON_KNOWN",
	"NOT_REFUNDED",
	"NOT_CLAIMED",
	"IN_WINDOW",
	"NOT_EXCLUDED",
	"FREIGHT_PROVEN",
	"COUNTERFEIT_ESTABLISHED",
	"WITHIN_ORDER_CEILING",
	"WITHIN_BUYER_CEILING",
	"NO_ABUSE_SIGNAL",
] as const;

/** `review`: nothing is held against the claim, yet a person looks at it. */
export const screenOutcomes = ["pass", "fail", "unknown", "review"] as const;

/** Why a screen answered as it did; the codes of a decision's reasons too. */
export const screenReasons = [
	"HELD_WHEN_PAID",
	"NOT_HELD_WHEN_PAID",
	"COVER_UNKNOWN",
	"REASON_FITS",
	"REASON_OF_ANOTHER_GUARANTEE",
	"SOMETHING_LEFT_TO_REFUND",
	"REFUNDED_IN_FULL",
	"REFUND_UNKNOWN",
	"FIRST_CLAIM",
	"CLAIMED_ALREADY",
	"FREIGHT_PAID_ALREADY",
	"FREIGHT_HISTORY_UNKNOWN",
	"IN_TIME",
	"TOO_LATE",
	"SIGNED_DAY_UNKNOWN",
	"NO_WINDOW_FOR_QUALITY",
	"GOODS_COVERED",
	"GOODS_ALWAYS_EXCLUDED",
	"EXCLUSION_CONFIRMED",
	"EXCLUSION_NOT_CONFIRMED",
	"CONFIRMATION_UNKNOWN",
	"CLASS_UNKNOWN",
	"PROOF_SEEN",
	"PROOF_MISSING",
	"REGION_UNKNOWN",
	"FREIGHT_UNKNOWN",
	"ESTABLISHED",
	"NOT_ESTABLISHED",
	"ESTABLISHMENT_UNKNOWN",
	"FOOD_UNKNOWN",
	"UNDER_CEILING",
	"OVER_ORDER_CEILING",
	"OVER_BUYER_CEILING",
	"CEILING_UNKNOWN",
	"HISTORY_UNKNOWN",
	"NO_SIGNAL",
	"CLAIMS_OFTEN",
	"REFUNDS_MUCH",
] as const;

/** Where a screen's rule stands: the law, or the promise of the platform's policy. */
export const clauses = [
	"CONSUMER_LAW_25",
	"CONSUMER_LAW_55",
	"FOOD_SAFETY_LAW_148",
	"SAMR_SEVEN_DAY_6",
	"SAMR_SEVEN_DAY_7",
	"SAMR_SEVEN_DAY_10",
	"SAMR_SEVEN_DAY_18",
	"CIVIL_CODE_203",
	"TRUST_TERMS",
] as const;
