import type { repurchaseWindows } from "@/lib/domains/trust/constants/repurchase";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { Day } from "@/lib/platform/time";

export type RepurchaseWindow = (typeof repurchaseWindows)[number];

/** A buyer's first order of a month in a shop, and what followed. */
export type BuyerOrder = {
	readonly shopId: string;
	readonly orderedOn: Day;
	readonly valueFen: bigint;
	/** The guarantee honoured for it and when; null where none was. */
	readonly honoured: { readonly guarantee: Guarantee; readonly on: Day } | null;
	/** The first order in the shop after the sorting day; null where none is known. */
	readonly nextOn: Day | null;
};

/** Buyers of one shop, month and value band: with a guarantee honoured, and without. */
export type Stratum = {
	readonly key: string;
	readonly used: number;
	readonly usedAgain: number;
	readonly others: number;
	readonly othersAgain: number;
};

export type Stratified = {
	readonly strata: readonly Stratum[];
	/** Buyers left out because their window is not over. */
	readonly notOver: number;
};

type Sizes = {
	/** Buyers with a match, on each side, and those of a guarantee for whom there is none. */
	readonly used: number;
	readonly others: number;
	readonly unmatched: number;
	readonly strata: number;
};

export type RepurchaseEffect =
	| ({ readonly ok: false; readonly reason: "NOT_ENOUGH"; readonly least: number } & Sizes)
	| ({
			readonly ok: true;
			/** Shares that bought again, 0–1; that of the others weighed as the users are spread. */
			readonly usedShare: number;
			readonly othersShare: number;
			readonly difference: number;
			/** 95% interval of the difference. */
			readonly low: number;
			readonly high: number;
	  } & Sizes);

/** When the report was made, and what it counts. */
export type ReportRun = {
	readonly madeAt: Date;
	/** Facts are complete through this day. */
	readonly asOf: Day;
	readonly fromMonth: string;
	readonly buyers: number;
	readonly users: number;
};

/** The effect in a shop, or in all together (`shopId` 0). Shares and differences 0–1; none where there is not enough. */
export type EffectRow = {
	readonly shopId: number;
	readonly shopCode: string | null;
	readonly shopName: string | null;
	readonly isEnough: boolean;
	readonly used: number;
	readonly others: number;
	readonly unmatched: number;
	readonly strata: number;
	readonly notOver: number;
	readonly usedShare: number | null;
	readonly othersShare: number | null;
	readonly difference: number | null;
	readonly low: number | null;
	readonly high: number | null;
};

/** An effect with what it is of. */
export type WholeEffectRow = EffectRow & {
	readonly guarantee: Guarantee | "ANY";
	readonly window: RepurchaseWindow;
};
