import type {
	claimOutcomes,
	claimReasons,
	claimStates,
	goodsClasses,
	guarantees,
} from "@/lib/domains/trust/constants/guarantees";
import type {
	clauses,
	screenChecks,
	screenOutcomes,
	screenReasons,
} from "@/lib/domains/trust/constants/screening";
import type { Day } from "@/lib/platform/time";

export type Guarantee = (typeof guarantees)[number];
export type ClaimState = (typeof claimStates)[number];
export type ClaimOutcome = (typeof claimOutcomes)[number];
export type ClaimReason = (typeof claimReasons)[number];
export type GoodsClass = (typeof goodsClasses)[number];

/** What is known of a buyer over the policy's `buyerDays`, this claim left out. */
export type BuyerHistory = {
	readonly claims: number;
	readonly orders: number;
	readonly paidFen: bigint;
	readonly refundedFen: bigint;
	/** What this shop already gave the buyer without a return. */
	readonly refundOnlyFen: bigint;
};

/** A fact that is not known is null; it never counts for or against the buyer. */
export type ClaimFacts = {
	readonly reason: ClaimReason;
	/** When the buyer sent the notice; the window is judged by it. */
	readonly noticeSentAt: Date;
	/** What was actually paid for the goods of the line, and for their way to the buyer, besides. */
	readonly paidFen: bigint;
	readonly outboundFreightFen: bigint;
	/** Refunded already; null where the refunds do not name the sale they belong to. */
	readonly refundedFen: bigint | null;
	readonly signedOn: Day | null;
	readonly goodsClass: GoodsClass | null;
	readonly isFood: boolean | null;
	/** Whether the buyer confirmed, for this very order, that the goods cannot come back. */
	readonly isExclusionConfirmed: boolean | null;
	/** Whether the shop held the guarantee when the order was paid. */
	readonly wasHeld: boolean | null;
	/** Other claims on the line under the same guarantee that are open, granted or paid. */
	readonly otherClaims: number;
	/** Whether return freight of the order was paid before. */
	readonly isFreightPaid: boolean | null;
	/** What the carrier took, where its proof is there; province code of the buyer. */
	readonly freightFen: bigint | null;
	readonly hasCarrierProof: boolean;
	readonly region: string | null;
	readonly isCounterfeitEstablished: boolean | null;
	/** The shop's own ceilings of the refund without return. */
	readonly ceilings: { readonly orderFen: bigint; readonly buyerFen: bigint } | null;
	readonly buyer: BuyerHistory | null;
};

export type ScreenCheck = (typeof screenChecks)[number];
export type ScreenOutcome = (typeof screenOutcomes)[number];
export type ScreenReason = (typeof screenReasons)[number];
export type Clause = (typeof clauses)[number];

/** Plain values for the page's words: days, fen as text, counts, codes. */
export type ScreenInputs = Readonly<Record<string, string | number | boolean | null>>;

export type ScreenResult = {
	readonly check: ScreenCheck;
	readonly outcome: ScreenOutcome;
	readonly clause: Clause;
	readonly reason: ScreenReason;
	readonly inputs: ScreenInputs;
};

/** What a machine may do with a claim: grant, refuse, or hand it to a person. */
export type ScreenVerdict = "PASS" | "FAIL" | "PERSON";

export type WorkingCode =
	| "PAID"
	| "REFUNDED_BEFORE"
	| "REFUND"
	| "PROMISE"
	| "PROMISE_BESIDES_REFUND"
	| "FLOOR_GOODS"
	| "FLOOR_FOOD"
	| "FLOOR_LEAST"
	| "PROMISE_WINS"
	| "FLOOR_WINS"
	| "FREIGHT_ACTUAL"
	| "FREIGHT_CAP"
	| "FREIGHT_CAPPED"
	| "FREIGHT_IN_FULL"
	| "FREIGHT_BY_BUYER"
	| "FREIGHT_BY_SHOP"
	| "FREIGHT_QUALITY_FLOOR"
	| "CEILING_LEFT"
	| "CEILING_APPLIES"
	| "TOTAL";

/** A line of the working: what it is, what it comes to, and the values its words need (fen as text). */
export type WorkingLine = {
	readonly code: WorkingCode;
	readonly fen: bigint;
	readonly values: Readonly<Record<string, string | number>>;
};

export type Working = {
	readonly guarantee: Guarantee;
	readonly policyVersion: number;
	readonly lines: readonly WorkingLine[];
	readonly promiseFen: bigint;
	/** What the law gives at least; 0n where it names nothing. */
	readonly floorFen: bigint;
	readonly totalFen: bigint;
	readonly winner: "PROMISE" | "FLOOR";
};

export type AmountOutcome =
	| { readonly ok: true; readonly working: Working }
	/** A fact the amount hangs on is not known: a person has to find it. */
	| { readonly ok: false; readonly reason: ScreenReason };

/** What is known of a claim beyond its order line, in fen; null where nobody knows. */
export type KnownFacts = Pick<
	ClaimFacts,
	| "signedOn"
	| "goodsClass"
	| "isFood"
	| "isExclusionConfirmed"
	| "outboundFreightFen"
	| "freightFen"
	| "hasCarrierProof"
	| "region"
	| "isCounterfeitEstablished"
>;

/** A working as it is stored: fen as text. */
export type StoredWorking = Omit<Working, "lines" | "promiseFen" | "floorFen" | "totalFen"> & {
	readonly lines: readonly (Omit<WorkingLine, "fen"> & { readonly fen: string })[];
	readonly promiseFen: string;
	readonly floorFen: string;
	readonly totalFen: string;
};
