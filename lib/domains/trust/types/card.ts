import type { cardEventKinds, cardStates, suspensionReasons } from "@/lib/domains/trust/constants/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { Day } from "@/lib/platform/time";

export type CardState = (typeof cardStates)[number];
export type CardEventKind = (typeof cardEventKinds)[number];
export type SuspensionReason = (typeof suspensionReasons)[number];

/** What is asked before a guarantee is taken on. */
export type EligibilityCode = "DEPOSIT" | "NOTHING_WAITS" | "NO_COUNTERFEITS" | "NOT_SUSPENDED";
export type EligibilityCheck = {
	readonly code: EligibilityCode;
	readonly isMet: boolean;
	/** Fen and counts as text, for the check's words. */
	readonly values: Readonly<Record<string, string>>;
};

export type ShopStanding = {
	readonly depositFen: bigint;
	/** Granted claims that wait for the deposit. */
	readonly queued: number;
	/** Established counterfeits of the last `counterfeitDays`. */
	readonly counterfeits: number;
	readonly suspended: readonly Guarantee[];
};

export type Suspension = {
	readonly id: string;
	readonly reasonCode: SuspensionReason;
	readonly note: string;
	readonly fromAt: Date;
	readonly byName: string;
	readonly appealState: "OPEN" | "UPHELD" | "REJECTED" | null;
	readonly appealStatement: string | null;
	readonly appealDueOn: Day | null;
	readonly appealNote: string | null;
	readonly isAppealable: boolean;
	/** Whether whoever reads it suspended the guarantee. */
	readonly isOwn: boolean;
};

/** A guarantee on a shop's card as it stands now. */
export type CardLine = {
	readonly guarantee: Guarantee;
	readonly state: CardState;
	/** The version in force today, and the one the shop agreed to; another one waits for its consent. */
	readonly termsInForce: number;
	readonly termsAgreed: number | null;
	readonly heldFrom: Date | null;
	readonly orderCeilingFen: bigint | null;
	readonly buyerCeilingFen: bigint | null;
	readonly suspension: Suspension | null;
	readonly checks: readonly EligibilityCheck[];
	readonly isEligible: boolean;
};

export type CardEvent = {
	readonly id: bigint;
	readonly guarantee: Guarantee;
	readonly kind: CardEventKind;
	readonly at: Date;
	readonly actorLabel: string;
	readonly values: unknown;
	readonly note: string | null;
};

export type ShopCard = {
	readonly shopId: number;
	readonly shopCode: string;
	readonly shopName: string | null;
	readonly brandName: string;
	readonly depositFen: bigint;
	readonly lines: readonly CardLine[];
	readonly events: readonly CardEvent[];
};

/** A card in a list. */
export type CardRow = {
	readonly shopId: number;
	readonly shopCode: string;
	readonly shopName: string | null;
	readonly brandName: string;
	readonly held: readonly Guarantee[];
	readonly suspended: readonly Guarantee[];
	readonly appeals: number;
	readonly depositFen: bigint;
	readonly lastAt: Date | null;
};
