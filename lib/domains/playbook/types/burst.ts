import type { Interval } from "@/lib/domains/playbook/rules/steps/bootstrap";
import type { ProductDay } from "@/lib/domains/playbook/rules/steps/burst";
import type { PushEvidence } from "@/lib/domains/playbook/rules/steps/rank-products";
import type { Day } from "@/lib/platform/time";

export type ProductKey = { readonly shopId: number; readonly productId: string };

export type BurstProduct = {
	readonly shopId: number;
	readonly productId: string;
	readonly firstDistributionDay: Day;
	readonly baselineKind: "OWN" | "SHOP_MEDIAN" | "NONE";
	readonly baselineEighths: bigint | null;
	/** The best week ends on this day. */
	readonly weekTo: Day;
	readonly weekFen: bigint;
	readonly weekSales: number;
	/** Null where so many sold that it would be narrow. */
	readonly interval: Interval | null;
	readonly evidence: PushEvidence;
};
export type FoundProduct = Omit<BurstProduct, "interval" | "evidence">;

export type StreamerRow = {
	readonly streamerId: string;
	readonly fen: bigint;
	readonly sales: number;
	readonly days: number;
	readonly lastDay: Day;
	/** The same of the period before, of equal length. */
	readonly beforeFen: bigint;
};

export type ProductStory = BurstProduct & {
	readonly shopName: string;
	readonly days: readonly ProductDay[];
	/** Who sold it in its best week, best first. */
	readonly streamers: readonly {
		readonly streamerId: string | null;
		readonly fen: bigint;
		readonly sales: number;
	}[];
};
