/**
 * What a shop's deposit has to hold before a guarantee is taken on, in fen: a few claims of its kind can be paid at once. Not
 * part of what buyers are promised, so it stands here and not in the terms.
 */
export const leastDepositFen = {
	SEVEN_DAY_RETURN: 0n,
	RETURN_FREIGHT: 50_000n,
	TENFOLD_COMPENSATION: 500_000n,
	REFUND_WITHOUT_RETURN: 100_000n,
} as const;

/** Days in which an established counterfeit keeps a shop from taking on 假一赔十 anew. */
export const counterfeitDays = 90;

export const suspensionReasons = [
	"COUNTERFEITS",
	"DEPOSIT_EXHAUSTED",
	"UNANSWERED_CLAIMS",
	"FALSE_PROMISE",
	"OTHER",
] as const;

/** Calendar days in which a suspension may be appealed. */
export const suspensionAppealDays = 15;

export const cardEventKinds = [
	"OPTED_IN",
	"TERMS_CONFIRMED",
	"CEILINGS_CHANGED",
	"OPTED_OUT",
	"SUSPENDED",
	"LIFTED",
	"APPEALED",
	"APPEAL_UPHELD",
	"APPEAL_REJECTED",
] as const;
export const cardStates = ["HELD", "SUSPENDED", "NONE"] as const;
