import type { trustPolicyKinds } from "@/lib/domains/trust/constants/policies";

export type TrustPolicyKind = (typeof trustPolicyKinds)[number];

type Clocks = {
	readonly schemaVersion: 1;
	/** Working days for the parties' evidence, for the decision, for the payment. */
	readonly evidenceWorkdays: number;
	readonly decisionWorkdays: number;
	readonly paymentWorkdays: number;
	/** Calendar days in which a decision may be appealed, and working days in which the appeal is answered. */
	readonly appealDays: number;
	readonly appealWorkdays: number;
};

export type SevenDayPolicy = Clocks & {
	readonly windowDays: number;
	/** Whether a last day that is no working day moves to the next one. */
	readonly rollsOverHolidays: boolean;
	/** Whether a shop may exclude the class with the buyer's own confirmation of the order. */
	readonly confirmOpenedSafety: boolean;
	readonly confirmActivated: boolean;
	readonly confirmFlawed: boolean;
};

export type FreightPolicy = Clocks & {
	readonly capNormalFen: number;
	readonly capRemoteFen: number;
	/** Province codes (GB/T 2260, two digits) with the remote cap. */
	readonly remoteRegions: readonly string[];
	/** Days after signing in which the freight may be claimed. */
	readonly claimDays: number;
};

export type TenfoldPolicy = Clocks & {
	readonly multiplier: number;
	/** Whether the promised multiple is all the buyer gets, the refund in it, or comes on top of the refund. */
	readonly includesRefund: boolean;
	/** Whether the multiple is of what was paid with the freight, or of the goods alone. */
	readonly baseWithFreight: boolean;
	readonly goodsFloorTimes: number;
	readonly goodsFloorLeastFen: number;
	readonly foodFloorTimes: number;
	readonly foodFloorLeastFen: number;
};

export type RefundOnlyPolicy = Clocks & {
	/** Between which a shop sets its ceiling of an order. */
	readonly orderCeilingLeastFen: number;
	readonly orderCeilingMostFen: number;
	/** The most a shop's ceiling of a buyer may be, over `buyerDays`. */
	readonly buyerCeilingMostFen: number;
	readonly buyerDays: number;
	/** From so many claims of the buyer in `buyerDays`, a person looks. */
	readonly signalClaims: number;
	/** From such a refunded share of what the buyer paid, with at least so many orders, a person looks. */
	readonly signalRefundShareBps: number;
	readonly signalLeastOrders: number;
	readonly claimDays: number;
};

export type TrustDocuments = {
	readonly trust_seven_day: SevenDayPolicy;
	readonly trust_freight: FreightPolicy;
	readonly trust_tenfold: TenfoldPolicy;
	readonly trust_refund_only: RefundOnlyPolicy;
};

export type TrustDocument = TrustDocuments[TrustPolicyKind];

export type TrustFigure = {
	readonly code: string;
	readonly group: "promise" | "floor" | "limits" | "signals" | "clocks";
	readonly unit: "days" | "workdays" | "fen" | "times" | "share" | "count" | "orders" | "flag" | "regions";
	readonly min: number;
	readonly max: number;
	readonly more: "stricter" | "easier" | "other";
};

/** A draft as a person types it, by figure; flags are "1" or "0", regions their codes with commas. */
export type TrustPolicyForm = Readonly<Record<string, string>>;

export type TrustPolicyChange = {
	readonly figure: string;
	readonly direction: "stricter" | "easier" | "other";
	readonly before: FigureValue;
	readonly after: FigureValue;
};

export type FigureValue = number | boolean | readonly string[];

export type TrustFindingCode =
	| "WINDOW_BELOW_LAW"
	| "GOODS_FLOOR_BELOW_LAW"
	| "FOOD_FLOOR_BELOW_LAW"
	| "TENFOLD_BELOW_NAME"
	| "REMOTE_BELOW_NORMAL"
	| "REGION_UNKNOWN"
	| "CEILINGS_CROSSED"
	| "BUYER_BELOW_ORDER"
	| "APPEAL_TOO_SHORT"
	| "NOBODY_REMOTE"
	| "EVERYBODY_REMOTE"
	| "SIGNAL_AT_FIRST"
	| "CLAIM_BEFORE_RETURN"
	| "WINDOW_CHANGES";

export type TrustFinding = { readonly code: TrustFindingCode; readonly severity: "error" | "warning" };

/** A guarantee with the version of its policy that a claim is judged by. */
export type JudgedPolicy =
	| { readonly guarantee: "SEVEN_DAY_RETURN"; readonly version: number; readonly document: SevenDayPolicy }
	| { readonly guarantee: "RETURN_FREIGHT"; readonly version: number; readonly document: FreightPolicy }
	| { readonly guarantee: "TENFOLD_COMPENSATION"; readonly version: number; readonly document: TenfoldPolicy }
	| {
			readonly guarantee: "REFUND_WITHOUT_RETURN";
			readonly version: number;
			readonly document: RefundOnlyPolicy;
	  };

/** From when on a buyer's habits call for a person (the policy of the refund without return, for all guarantees). */
export type AbuseLimits = Pick<
	RefundOnlyPolicy,
	"signalClaims" | "signalRefundShareBps" | "signalLeastOrders"
>;
