import type { IndicatorCode, Scorecard, WeekCounts } from "@/lib/domains/trust/types/scorecard";
import type { Day } from "@/lib/platform/time";

/** A claim behind an indicator of a week. */
export type ScoreCase = {
	readonly id: string;
	readonly number: string;
	readonly indicator: IndicatorCode;
	readonly productName: string;
	readonly reason: string;
};

/** A shop's scorecard of a week, with the weeks before it. */
export type ShopScorecard = {
	readonly shopId: number;
	readonly shopCode: string;
	readonly shopName: string | null;
	readonly category: string | null;
	readonly week: Day;
	readonly card: Scorecard;
	/** The oldest first; a week without facts has no counts. */
	readonly weeks: readonly { readonly week: Day; readonly counts: WeekCounts }[];
	readonly cases: readonly ScoreCase[];
};

export type ScoreRow = {
	readonly shopId: number;
	readonly shopCode: string;
	readonly shopName: string | null;
	readonly category: string | null;
	readonly score: number | null;
	readonly change: number | null;
	readonly stages: readonly (number | null)[];
	readonly pull: IndicatorCode | null;
	readonly points: number | null;
};
