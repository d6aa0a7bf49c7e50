import type { guarantees } from "@/lib/domains/trust/constants/guarantees";
import type { TrustDocuments } from "@/lib/domains/trust/types/policy";

/** One policy a guarantee: its values of `policy_kind`. */
export const trustPolicyKinds = [
	"trust_seven_day",
	"trust_freight",
	"trust_tenfold",
	"trust_refund_only",
] as const;

export const policyKindOf = {
	SEVEN_DAY_RETURN: "trust_seven_day",
	RETURN_FREIGHT: "trust_freight",
	TENFOLD_COMPENSATION: "trust_tenfold",
	REFUND_WITHOUT_RETURN: "trust_refund_only",
} as const satisfies Record<(typeof guarantees)[number], (typeof trustPolicyKinds)[number]>;

export const guaranteeOfKind = {
	trust_seven_day: "SEVEN_DAY_RETURN",
	trust_freight: "RETURN_FREIGHT",
	trust_tenfold: "TENFOLD_COMPENSATION",
	trust_refund_only: "REFUND_WITHOUT_RETURN",
} as const satisfies Record<(typeof trustPolicyKinds)[number], (typeof guarantees)[number]>;

/** Working days of the steps of a claim, and the days an appeal may be lodged in. */
const clocks = {
	evidenceWorkdays: 3,
	decisionWorkdays: 3,
	paymentWorkdays: 3,
	appealDays: 15,
	appealWorkdays: 3,
};

/** Version 1 of the four policies, with the values of domain.md §3.8; later versions are rows of the database. */
export const trustPoliciesV1: TrustDocuments = {
	trust_seven_day: {
		schemaVersion: 1,
		windowDays: 7,
		rollsOverHolidays: false,
		confirmOpenedSafety: true,
		confirmActivated: true,
		confirmFlawed: true,
		...clocks,
	},
	trust_freight: {
		schemaVersion: 1,
		capNormalFen: 1_200,
		capRemoteFen: 2_500,
		remoteRegions: ["15", "46", "54", "62", "63", "64", "65"],
		claimDays: 30,
		...clocks,
	},
	trust_tenfold: {
		schemaVersion: 1,
		multiplier: 10,
		includesRefund: true,
		baseWithFreight: false,
		goodsFloorTimes: 3,
		goodsFloorLeastFen: 50_000,
		foodFloorTimes: 10,
		foodFloorLeastFen: 100_000,
		...clocks,
	},
	trust_refund_only: {
		schemaVersion: 1,
		orderCeilingLeastFen: 1_000,
		orderCeilingMostFen: 50_000,
		buyerCeilingMostFen: 200_000,
		buyerDays: 90,
		signalClaims: 5,
		signalRefundShareBps: 3_000,
		signalLeastOrders: 5,
		claimDays: 15,
		...clocks,
	},
};

/** What the law never lets a promise fall below, in the units of the policies (domain.md §3.8). */
export const statutory = {
	windowDays: 7,
	goodsFloorTimes: 3,
	goodsFloorLeastFen: 50_000,
	foodFloorTimes: 10,
	foodFloorLeastFen: 100_000,
	/** What the name 假一赔十 says: the buyer has ten times the price in hand, the refund included. */
	tenfold: 10,
} as const;

const clockFigures = [
	{ code: "evidenceWorkdays", group: "clocks", unit: "workdays", min: 1, max: 30, more: "other" },
	{ code: "decisionWorkdays", group: "clocks", unit: "workdays", min: 1, max: 30, more: "other" },
	{ code: "paymentWorkdays", group: "clocks", unit: "workdays", min: 1, max: 30, more: "other" },
	{ code: "appealDays", group: "clocks", unit: "days", min: 1, max: 90, more: "easier" },
	{ code: "appealWorkdays", group: "clocks", unit: "workdays", min: 1, max: 30, more: "other" },
] as const;

/**
 * Every figure of each policy in the order of its form: what it is counted in, how far it may go, and whether more of it asks
 * more of the shop (`stricter`) or less.
 */
export const trustFigures = {
	trust_seven_day: [
		{ code: "windowDays", group: "promise", unit: "days", min: 1, max: 90, more: "stricter" },
		{ code: "rollsOverHolidays", group: "promise", unit: "flag", min: 0, max: 1, more: "stricter" },
		{ code: "confirmOpenedSafety", group: "limits", unit: "flag", min: 0, max: 1, more: "easier" },
		{ code: "confirmActivated", group: "limits", unit: "flag", min: 0, max: 1, more: "easier" },
		{ code: "confirmFlawed", group: "limits", unit: "flag", min: 0, max: 1, more: "easier" },
		...clockFigures,
	],
	trust_freight: [
		{ code: "capNormalFen", group: "promise", unit: "fen", min: 1, max: 100_000, more: "stricter" },
		{ code: "capRemoteFen", group: "promise", unit: "fen", min: 1, max: 100_000, more: "stricter" },
		{ code: "remoteRegions", group: "promise", unit: "regions", min: 0, max: 34, more: "other" },
		{ code: "claimDays", group: "limits", unit: "days", min: 1, max: 365, more: "stricter" },
		...clockFigures,
	],
	trust_tenfold: [
		{ code: "multiplier", group: "promise", unit: "times", min: 1, max: 100, more: "stricter" },
		{ code: "includesRefund", group: "promise", unit: "flag", min: 0, max: 1, more: "easier" },
		{ code: "baseWithFreight", group: "promise", unit: "flag", min: 0, max: 1, more: "stricter" },
		{ code: "goodsFloorTimes", group: "floor", unit: "times", min: 0, max: 100, more: "stricter" },
		{ code: "goodsFloorLeastFen", group: "floor", unit: "fen", min: 0, max: 10_000_000, more: "stricter" },
		{ code: "foodFloorTimes", group: "floor", unit: "times", min: 0, max: 100, more: "stricter" },
		{ code: "foodFloorLeastFen", group: "floor", unit: "fen", min: 0, max: 10_000_000, more: "stricter" },
		...clockFigures,
	],
	trust_refund_only: [
		{
			code: "orderCeilingLeastFen",
			group: "promise",
			unit: "fen",
			min: 1,
			max: 100_000_000,
			more: "stricter",
		},
		{ code: "orderCeilingMostFen", group: "promise", unit: "fen", min: 1, max: 100_000_000, more: "other" },
		{ code: "buyerCeilingMostFen", group: "promise", unit: "fen", min: 1, max: 100_000_000, more: "other" },
		{ code: "buyerDays", group: "promise", unit: "days", min: 1, max: 365, more: "other" },
		{ code: "claimDays", group: "limits", unit: "days", min: 1, max: 365, more: "stricter" },
		{ code: "signalClaims", group: "signals", unit: "count", min: 1, max: 1_000, more: "other" },
		{ code: "signalRefundShareBps", group: "signals", unit: "share", min: 1, max: 10_000, more: "other" },
		{ code: "signalLeastOrders", group: "signals", unit: "orders", min: 1, max: 1_000, more: "other" },
		...clockFigures,
	],
} as const;
