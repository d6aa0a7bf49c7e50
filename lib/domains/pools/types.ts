import type { movementKinds, poolAccounts, poolUnits } from "@/lib/domains/pools/constants";
import type { Day, Month } from "@/lib/platform/time";

export type PoolUnit = (typeof poolUnits)[number];
export type PoolAccount = (typeof poolAccounts)[number];
export type MovementKind = (typeof movementKinds)[number];

/** Balances in minor units; together they are `total`. */
export type Balances = {
	readonly total: bigint;
	readonly available: bigint;
	readonly reserved: bigint;
	readonly granted: bigint;
	readonly spent: bigint;
	readonly expired: bigint;
	readonly clawedBack: bigint;
};

export type PoolRecord = Balances & {
	readonly id: string;
	readonly code: string;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly purposeZh: string;
	readonly purposeEn: string;
	readonly unit: PoolUnit;
	readonly createdAt: Date;
};

export type PoolChange = {
	readonly id: string;
	readonly kind: "RAISE" | "CUT";
	readonly amount: bigint;
	readonly reason: string;
	readonly state: "PROPOSED" | "CONFIRMED" | "DECLINED" | "WITHDRAWN";
	readonly proposedById: string;
	readonly proposedByName: string | null;
	readonly proposedAt: Date;
	readonly decidedByName: string | null;
	readonly decidedAt: Date | null;
	readonly note: string | null;
};

export type GrantRecord = {
	readonly id: string;
	readonly poolId: string;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly benefitCode: string | null;
	readonly purpose: string;
	readonly expiresOn: Day | null;
	readonly grantedOn: Day | null;
	readonly reserved: bigint;
	readonly open: bigint;
	readonly spent: bigint;
	readonly expired: bigint;
	readonly clawedBack: bigint;
	readonly released: bigint;
	readonly createdAt: Date;
};

/** A partner's own grant, with the pool it comes from. */
export type OwnGrant = Omit<GrantRecord, "partnerName"> & {
	readonly poolNameZh: string;
	readonly poolNameEn: string;
	readonly unit: PoolUnit;
};

export type MovementRecord = {
	readonly id: string;
	readonly kind: MovementKind;
	readonly fromAccount: PoolAccount;
	readonly toAccount: PoolAccount;
	readonly amount: bigint;
	readonly grantId: string | null;
	readonly partnerId: string | null;
	readonly partnerName: string | null;
	readonly actorLabel: string;
	readonly reason: string;
	readonly at: Date;
	readonly bookedOn: Day;
};

export type MonthState = "OPEN" | "REVIEW" | "DUE" | "CLOSED";

/** A pool's month: what moved, and what stood at its end. */
export type PoolMonthRow = {
	readonly month: Month;
	readonly state: MonthState;
	/** The last day of the review; the month closes on the day after. */
	readonly reviewUntil: Day;
	readonly raised: bigint;
	readonly cut: bigint;
	readonly reserved: bigint;
	readonly grantedOut: bigint;
	readonly spent: bigint;
	readonly released: bigint;
	readonly expired: bigint;
	readonly clawedBack: bigint;
	readonly movements: number;
	readonly closing: Balances;
	readonly openObjections: number;
};

/** A partner's month with one pool: opening + granted − spent − expired − clawed back = closing, all of what is granted and open. */
export type PartnerMonthRow = {
	readonly poolId: string;
	readonly poolNameZh: string;
	readonly poolNameEn: string;
	readonly unit: PoolUnit;
	readonly opening: bigint;
	readonly granted: bigint;
	readonly spent: bigint;
	readonly expired: bigint;
	readonly clawedBack: bigint;
	readonly closing: bigint;
};

export type ObjectionRecord = {
	readonly id: string;
	readonly poolId: string;
	readonly month: Month;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly statement: string;
	readonly raisedAt: Date;
	readonly answer: string | null;
	readonly answeredAt: Date | null;
};

/** A pool in the list of pools. */
export type PoolRow = PoolRecord & {
	readonly hasProposal: boolean;
	/** Partners that were ever given something from it. */
	readonly partners: number;
};

/** What a partner's page of its grants shows. */
export type OwnPools = {
	readonly today: Day;
	readonly month: Month;
	/** The last day of the month's review. */
	readonly reviewUntil: Day;
	readonly grants: readonly OwnGrant[];
	/** Months that can be looked at, newest first. */
	readonly months: readonly Month[];
	readonly objections: readonly ObjectionRecord[];
	readonly lines: readonly (PartnerMonthRow & { readonly state: MonthState })[];
};
