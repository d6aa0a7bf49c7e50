import type { stepStates } from "@/lib/domains/playbook/constants/step-policy";
import type { Step } from "@/lib/domains/playbook/types/template";
import type { Day } from "@/lib/platform/time";

/** Thresholds of domain.md §3.7. Shares are basis points; a version of them is stored with every value they judged. */
export type StepPolicy = {
	readonly version: number;
	readonly windowDays: number;
	readonly streamers: number;
	readonly products: number;
	/** Hundredths: 200 is a coefficient of 2.00. */
	readonly burstHundredths: number;
	readonly publicShareBps: number;
	/** Hundredths of the GMV of the first days. */
	readonly growthHundredths: number;
	readonly liveDays: number;
	readonly liveMinutes: number;
	readonly selfLiveShareBps: number;
	readonly repurchaseDays: number;
	readonly repurchaseBps: number;
	readonly privateShareBps: number;
	readonly exclusiveProducts: number;
	readonly exclusiveOnSaleDays: number;
	readonly exclusiveShareBps: number;
	/** So many days in a row below, and a closed step opens again. */
	readonly reopenAfterDays: number;
};

/** The best coefficient of a brand's products: `8 × weekFen ÷ baselineEighths`. */
export type BurstInput = {
	readonly shopId: number;
	readonly productId: string;
	readonly weekFen: bigint;
	/** Eight times the mean seven-day GMV before, which is always whole; null where nothing sold before anywhere. */
	readonly baselineEighths: bigint | null;
};

/** What a brand's steps are judged by on a day; the sums are net GMV of the window that ends with it. */
export type StepInputs = {
	readonly day: Day;
	/** Day of the first sale of any shop of the brand. */
	readonly firstDay: Day | null;
	readonly gmvFen: bigint;
	readonly publicFen: bigint;
	readonly selfLiveFen: bigint;
	readonly privateFen: bigint;
	readonly exclusiveFen: bigint;
	/** Net GMV by product where the feed names products: what the exclusive share is a share of. */
	readonly productFen: bigint;
	/** Net GMV of the first days since `firstDay`. */
	readonly firstFen: bigint;
	readonly streamers: number;
	readonly products: number;
	readonly burst: BurstInput | null;
	readonly liveDays: number;
	readonly liveMinutes: number;
	/** Buyers whose first purchase lies in the window whose repurchase days are over, and those who bought again in time. */
	readonly buyers: number;
	readonly buyersAgain: number;
	/** Exclusive products on sale long enough. */
	readonly exclusiveProducts: number;
};

export type CriterionCode =
	| "STREAMERS"
	| "PRODUCTS"
	| "BURST"
	| "PUBLIC_SHARE"
	| "GROWTH"
	| "LIVE_DAYS"
	| "LIVE_HOURS"
	| "SELF_LIVE_SHARE"
	| "REPURCHASE"
	| "PRIVATE_SHARE"
	| "EXCLUSIVE_PRODUCTS"
	| "EXCLUSIVE_SHARE";

/** Why a criterion stands as it does; the first three have no value. */
export type CriterionReason =
	| "NO_DATA"
	| "NO_BASELINE"
	| "WINDOW_NOT_OVER"
	| "SHORT_HISTORY"
	| "BELOW"
	| "REACHED";

export type Criterion = {
	readonly code: CriterionCode;
	/** Counts, minutes, basis points or hundredths, rounded down; null where there is none. */
	readonly value: number | null;
	readonly threshold: number;
	/** What is missing to the threshold in the unit of the value, rounded up so that it is never 0 while it is not met. */
	readonly distance: number | null;
	readonly isMet: boolean;
	readonly reason: CriterionReason;
	readonly inputs: Readonly<Record<string, bigint | number | string | null>>;
};

export type StepVerdict = {
	readonly step: Step;
	readonly isMet: boolean;
	/** `ANY`: one of them is enough. */
	readonly join: "ALL" | "ANY";
	readonly criteria: readonly Criterion[];
	readonly policyVersion: number;
};

export type StepState = (typeof stepStates)[number];

export type StepStanding = {
	readonly state: StepState;
	/** The day the state was entered; null for one never closed. */
	readonly since: Day | null;
	/** Days in a row, to the last one judged, that the data of a closed step lay below. */
	readonly belowDays: number;
};

export type StepDay = { readonly day: Day; readonly isMet: boolean; readonly requiredDone: boolean };

export type StepChange = {
	readonly day: Day;
	readonly from: StepState;
	readonly to: StepState;
	readonly reason: "CRITERIA_AND_ITEMS" | "BELOW_TOO_LONG";
};
