import type { indicators, journeyPhases, journeyStages } from "@/lib/domains/trust/constants/scorecard";

export type JourneyStage = (typeof journeyStages)[number];
export type JourneyPhase = keyof typeof journeyPhases;
export type Indicator = (typeof indicators)[number];
export type IndicatorCode = Indicator["code"];

/** What was counted in a week: events (or summed hours) over orders or claims. */
export type Count = { readonly events: number; readonly over: number };

/** A week's counts; an indicator whose source sends nothing is missing, not zero. */
export type WeekCounts = Partial<Readonly<Record<IndicatorCode, Count>>>;

export type IndicatorReading = {
	readonly code: IndicatorCode;
	readonly stage: JourneyStage;
	/** In its unit: per 10,000, basis points, or hours; null without a source or with too little to say. */
	readonly value: number | null;
	readonly score: number | null;
	readonly why: "KNOWN" | "NO_SOURCE" | "NOT_ENOUGH";
	/** Points of its score against the weeks before, and which way that is. */
	readonly change: number | null;
	readonly trend: "better" | "worse" | "steady" | "unknown";
	readonly peersMedian: number | null;
};

export type Scorecard = {
	readonly readings: readonly IndicatorReading[];
	readonly stages: readonly { readonly stage: JourneyStage; readonly score: number | null }[];
	readonly score: number | null;
	/** The score of the weeks before, over the indicators known in both. */
	readonly change: number | null;
	/** What pulled the score down this week, the heaviest first; the points add up, with what lifted it, to the change. */
	readonly pulls: readonly { readonly code: IndicatorCode; readonly points: number }[];
};
