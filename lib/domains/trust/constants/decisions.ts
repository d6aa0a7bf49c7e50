import type { guarantees } from "@/lib/domains/trust/constants/guarantees";

/** Why a claim is granted: the law asks for it, the promise does, or the platform pays out of goodwill. */
export const grantReasons = ["PROMISE_APPLIES", "LAW_APPLIES", "GOODWILL"] as const;

/** Why a claim is refused: a screen that failed, evidence that speaks against it, or the buyer took it back. */
const commonRefusals = [
	"NOT_HELD_WHEN_PAID",
	"REASON_OF_ANOTHER_GUARANTEE",
	"EVIDENCE_CONTRADICTS",
	"EVIDENCE_MISSING",
	"WITHDRAWN",
] as const;

/**
 * The reason codes of a refusal by guarantee. A buyer's habits are a reason under the voluntary promise alone: what the law
 * gives is never refused for them.
 */
export const refusalReasons = {
	SEVEN_DAY_RETURN: [
		...commonRefusals,
		"REFUNDED_IN_FULL",
		"TOO_LATE",
		"GOODS_ALWAYS_EXCLUDED",
		"EXCLUSION_CONFIRMED",
	],
	RETURN_FREIGHT: [...commonRefusals, "FREIGHT_PAID_ALREADY", "TOO_LATE", "PROOF_MISSING"],
	TENFOLD_COMPENSATION: [...commonRefusals, "NOT_ESTABLISHED"],
	REFUND_WITHOUT_RETURN: [
		...commonRefusals,
		"REFUNDED_IN_FULL",
		"TOO_LATE",
		"BUYER_CEILING_USED_UP",
		"CLAIMS_OFTEN",
		"REFUNDS_MUCH",
	],
} as const satisfies Record<(typeof guarantees)[number], readonly string[]>;

/** Guarantees the machine grants by itself where every screen passes; ten times the price is always a person's to give. */
export const grantedByMachine = ["SEVEN_DAY_RETURN", "RETURN_FREIGHT", "REFUND_WITHOUT_RETURN"] as const;

export const claimChannels = ["API", "OPERATIONS", "RECALL"] as const;
export const claimPayers = ["SHOP", "PLATFORM"] as const;
export const paymentStates = ["NONE", "QUEUED", "PAID"] as const;
/** Guarantees a recalled batch is granted under, with the reason its claims carry. */
export const recallReasons = { TENFOLD_COMPENSATION: "COUNTERFEIT", SEVEN_DAY_RETURN: "QUALITY" } as const;

export const mostRecallLines = 5_000;
export const recallJob = "trust.grant-recall";
