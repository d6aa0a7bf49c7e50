import type {
	ClaimOutcome,
	ClaimState,
	Guarantee,
	KnownFacts,
	ScreenResult,
	ScreenVerdict,
	StoredWorking,
} from "@/lib/domains/trust/types/claims";
import type { EvidenceFile } from "@/lib/platform/files/types";
import type { Day } from "@/lib/platform/time";

/** A claim in a list. */
export type ClaimRow = {
	readonly id: string;
	readonly number: string;
	readonly guarantee: Guarantee;
	readonly reason: string;
	readonly state: ClaimState;
	readonly verdict: ScreenVerdict;
	readonly outcome: ClaimOutcome | null;
	readonly paymentState: "NONE" | "QUEUED" | "PAID";
	readonly amountFen: bigint | null;
	readonly paidFen: bigint;
	readonly productName: string;
	readonly shopCode: string;
	readonly shopName: string | null;
	readonly dueOn: Day | null;
	readonly openedAt: Date;
	readonly assigneeName: string | null;
	readonly appealState: "OPEN" | "UPHELD" | "REJECTED" | null;
};

export type ClaimTabCounts = { readonly todo: number; readonly appeals: number; readonly queued: number };

export type Party = "BUYER" | "SHOP" | "PLATFORM";

export type ClaimEventKind =
	| "OPENED"
	| "SCREENED"
	| "EVIDENCE"
	| "ASSIGNED"
	| "FACTS"
	| "GRANTED"
	| "REFUSED"
	| "QUEUED"
	| "PAID"
	| "APPEALED"
	| "APPEAL_UPHELD"
	| "APPEAL_REJECTED"
	| "CLOSED";

/** A claim with everything that belongs to it. Days stand at midnight UTC. */
export type ClaimDetail = Omit<KnownFacts, "signedOn" | "goodsClass"> & {
	readonly id: string;
	readonly number: string;
	readonly version: number;
	readonly guarantee: Guarantee;
	readonly reason: string;
	readonly statement: string;
	readonly channel: "API" | "OPERATIONS" | "RECALL";
	readonly source: string;
	readonly eventId: string;
	readonly lineNo: number;
	readonly productId: string;
	readonly productName: string;
	readonly quantity: number;
	readonly paidFen: bigint;
	readonly paidAt: Date;
	readonly noticeSentAt: Date;
	readonly signedOn: Date | null;
	readonly goodsClass: string | null;
	readonly policyVersion: number;
	readonly state: ClaimState;
	readonly outcome: ClaimOutcome | null;
	readonly paymentState: "NONE" | "QUEUED" | "PAID";
	readonly payer: "SHOP" | "PLATFORM" | null;
	readonly amountFen: bigint | null;
	readonly reasonCodes: readonly string[];
	readonly decisionNote: string | null;
	readonly decidedAt: Date | null;
	/** Null where the machine decided. */
	readonly decidedByName: string | null;
	readonly dueOn: Date | null;
	readonly assigneeId: string | null;
	readonly shop: { readonly code: string; readonly name: string | null };
	readonly recall: { readonly id: string; readonly number: string } | null;
	readonly events: readonly {
		readonly id: bigint;
		readonly kind: ClaimEventKind;
		readonly at: Date;
		readonly actorUserId: string | null;
		readonly actorLabel: string;
		readonly party: Party;
		readonly values: unknown;
		readonly note: string | null;
	}[];
	readonly evidences: readonly {
		readonly id: string;
		readonly party: Party;
		readonly text: string;
		readonly addedByName: string;
		readonly addedAt: Date;
	}[];
	readonly appeal: {
		readonly party: Party;
		readonly statement: string;
		readonly outcomeBefore: ClaimOutcome;
		readonly lodgedAt: Date;
		readonly lodgedByName: string;
		readonly dueOn: Date;
		readonly state: "OPEN" | "UPHELD" | "REJECTED";
		readonly decidedByName: string | null;
		readonly decidedAt: Date | null;
		readonly note: string | null;
	} | null;
	readonly entries: readonly { readonly kind: string; readonly amountFen: bigint }[];
	/** As judged at this moment while the claim is open, as it was decided afterwards. */
	readonly screening: readonly ScreenResult[];
	readonly verdict: ScreenVerdict;
	readonly working: StoredWorking | null;
	/** The fact an amount could not be told without. */
	readonly missing: string | null;
};

/** A claim as a page shows it, and what whoever reads it may do. */
export type LoadedClaim = {
	readonly claim: ClaimDetail;
	/** Masked. */
	readonly buyer: string | null;
	readonly today: Day;
	readonly isOpen: boolean;
	readonly appealableUntil: Day | null;
	readonly isAppealable: boolean;
	readonly files: readonly EvidenceFile[];
	readonly workers: readonly { readonly id: string; readonly name: string }[];
	readonly canWork: boolean;
	readonly isOwnDecision: boolean;
};

/** A deposit, or the platform's own account, with what waits for it. */
export type AccountRow = {
	/** Null: the platform's own. */
	readonly shopId: number | null;
	readonly shopCode: string | null;
	readonly shopName: string | null;
	readonly balanceFen: bigint;
	readonly queued: number;
	readonly queuedFen: bigint;
	readonly lastAt: Date | null;
};

export type EntryRow = {
	readonly id: string;
	readonly kind: "TOP_UP" | "WITHDRAWAL" | "PAYMENT" | "REIMBURSEMENT";
	readonly at: Date;
	/** Above zero what came in, below what went out. */
	readonly changeFen: bigint;
	readonly balanceFen: bigint;
	readonly reason: string;
	readonly by: string;
	readonly claimId: string | null;
	readonly claimNumber: string | null;
};

export type RecallRow = {
	readonly id: string;
	readonly number: string;
	readonly shopName: string;
	readonly productId: string;
	readonly fromDay: Day;
	readonly toDay: Day;
	readonly guarantee: Guarantee;
	readonly state: "PREVIEWED" | "RUNNING" | "DONE" | "DROPPED";
	readonly lines: number;
	readonly leftOut: number;
	readonly granted: number;
	readonly amountFen: bigint;
	readonly note: string;
	readonly createdByName: string;
	readonly createdAt: Date;
};

export type RecallLineRow = {
	readonly eventId: string;
	readonly lineNo: number;
	readonly paidAt: Date;
	readonly paidFen: bigint;
	readonly amountFen: bigint | null;
	readonly reason: string | null;
};
