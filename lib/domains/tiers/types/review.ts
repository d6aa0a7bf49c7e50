import type { MetricUnit, TierLevel, TierMetric } from "@/lib/domains/tiers/constants";
import type { AnomalyKind, ComparedMetric } from "@/lib/domains/tiers/constants/review";
import type { ReceiptInputs, RunHead, TrackName } from "@/lib/domains/tiers/types";
import type { Month } from "@/lib/platform/time";

/** The facts of a receipt as it keeps them: fen as text. */
export type FiguresThen = Pick<
	ReceiptInputs,
	"gmvFen" | "compositeBps" | "forcesBps" | "disputes" | "paidOrders" | "experts"
>;

/** One partner's verdict in a run beside the one of the final run before it. */
export type ReviewedVerdict = {
	readonly partnerId: string;
	readonly tier: TierLevel;
	readonly previousTier: TierLevel | null;
	readonly absoluteTier: TierLevel;
	readonly rank: number | null;
	readonly inputs: ReceiptInputs;
	/** Null: not in a final run before. */
	readonly before: FiguresThen | null;
	/** Months the forces are measured over that had no row; null: the run was made from scores alone. */
	readonly missingMonths: readonly Month[] | null;
};

/** Ranks next to a line of the race, the same for a whole track. */
export type RaceLines = {
	/** The best-ranked partner that met a full tier's criteria and found no place. */
	readonly firstLeftOut: readonly {
		readonly tier: TierLevel;
		readonly rank: number;
		readonly cutOffRank: number;
	}[];
	/** The first rank of the danger zone; null where there is none. */
	readonly firstOfBottom: number | null;
};

/** Values are integers in `unit`, as text; a rate is rounded up. Safe in JSON. */
export type AnomalyDetails =
	| { kind: "MOVED_FAR"; from: TierLevel; to: TierLevel }
	| { kind: "FIRST_HIGH"; tier: TierLevel }
	| {
			kind: "METRIC_JUMPED" | "METRIC_FELL";
			metric: ComparedMetric;
			unit: MetricUnit;
			before: string;
			after: string;
	  }
	| { kind: "NO_METRICS"; months: readonly Month[] }
	| {
			kind: "JUST_UNDER";
			/** The tier missed; null: the line of the danger zone. */
			tier: TierLevel | null;
			line: TierMetric | "race" | "bottom";
			unit: MetricUnit | "rank";
			value: string;
			threshold: string;
			/** Whether nothing else kept the partner from the tier. */
			isOnly: boolean;
	  };

export type Anomaly = {
	readonly kind: AnomalyKind;
	/** Tells several anomalies of one kind apart; empty where there can be one only. */
	readonly metric: string;
	readonly weight: number;
	readonly details: AnomalyDetails;
};

export type AnomalyKey = { partnerId: string; kind: AnomalyKind; metric: string };

export type AnomalyRow = Anomaly & {
	partnerId: string;
	name: string;
	trackCode: string;
	tier: TierLevel;
	rank: number | null;
	look: { note: string; by: string; at: Date } | null;
};

export type ReviewProgress = {
	/** Null: nobody searched the run yet. */
	searchedAt: Date | null;
	partners: number;
	found: number;
	looked: number;
};

export type AnomalyKindCount = { kind: AnomalyKind; found: number; looked: number };

export type RunReview = {
	run: RunHead;
	tracks: readonly TrackName[];
	progress: ReviewProgress;
	kinds: readonly AnomalyKindCount[];
	/** The kind shown; null where nothing was found. */
	kind: AnomalyKind | null;
	open: boolean;
	rows: readonly AnomalyRow[];
	isFirst: boolean;
	/** Where the next page begins. */
	next: string | null;
	canReview: boolean;
};
