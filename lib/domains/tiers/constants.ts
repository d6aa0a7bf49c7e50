import type { TierPolicy } from "@/lib/domains/tiers/schema";

export const tierLevels = [1, 2, 3, 4, 5] as const;
export type TierLevel = (typeof tierLevels)[number];
/** The tier of everybody admitted, and the ceiling of a partner over a red line. */
export const LOWEST_TIER: TierLevel = 1;
export const HIGHEST_TIER: TierLevel = 5;

/** Days a draft is shown to the partners after the day it was opened; they may appeal to the end of the last. */
export const NOTICE_DAYS = 7;

export const runStages = ["facts", "verdicts", "receipts"] as const;
export type RunStage = (typeof runStages)[number];

/** What a criterion may ask for. Opting into a trust-card guarantee is no metric on purpose (domain.md §3.8). */
export const tierMetrics = [
	"gmv",
	"composite",
	"force_floor",
	"experts_senior",
	"experts_intermediate",
	"experts_any",
	"dispute_rate",
] as const;
export type TierMetric = (typeof tierMetrics)[number];

/**
 * `fen`; `score`: basis points of 0–100 (85 = 8,500); `count`: certified heads; `bps`: a rate.
 * Thresholds and displayed values are integers in the metric's unit.
 */
export const metricUnits = {
	gmv: "fen",
	composite: "score",
	force_floor: "score",
	experts_senior: "count",
	experts_intermediate: "count",
	experts_any: "count",
	dispute_rate: "bps",
} as const satisfies Record<TierMetric, "fen" | "score" | "count" | "bps">;
export type MetricUnit = (typeof metricUnits)[TierMetric];

export const comparisons = [">=", ">", "<="] as const;
export type Comparison = (typeof comparisons)[number];

/** No median of a track with fewer partners: the middle one could be told by name. */
export const MEDIAN_FROM = 5;

export const redLineKinds = ["FABRICATED_TRADES", "FORGED_CREDENTIALS"] as const;
export type RedLineKind = (typeof redLineKinds)[number];

export const gmvMeasures = ["net", "paid"] as const;
export type GmvMeasure = (typeof gmvMeasures)[number];

/** The table of domain.md §3.3 as the first row of the policy table: seed data, never read at run time. */
export const tierPolicyV1: TierPolicy = {
	schemaVersion: 1,
	gmvMeasure: "net",
	gmvMonths: 12,
	qualityMonths: 3,
	minClosedDays: 14,
	tiers: [
		{
			level: 5,
			name: { "zh-CN": "疾风", en: "Near Gale" },
			criteria: [
				{ metric: "gmv", comparison: ">=", threshold: "100000000000" },
				{ metric: "composite", comparison: ">=", threshold: "8500" },
				{ metric: "force_floor", comparison: ">=", threshold: "6000" },
				{ metric: "experts_senior", comparison: ">=", threshold: "3" },
				{ metric: "dispute_rate", comparison: "<=", threshold: "50" },
			],
			raceShareBps: 1000,
		},
		{
			level: 4,
			name: { "zh-CN": "强风", en: "Strong Breeze" },
			criteria: [
				{ metric: "gmv", comparison: ">=", threshold: "30000000000" },
				{ metric: "composite", comparison: ">=", threshold: "7500" },
				{ metric: "force_floor", comparison: ">=", threshold: "5000" },
				{ metric: "experts_senior", comparison: ">=", threshold: "1" },
				{ metric: "experts_intermediate", comparison: ">=", threshold: "3" },
				{ metric: "dispute_rate", comparison: "<=", threshold: "80" },
			],
			raceShareBps: 3000,
		},
		{
			level: 3,
			name: { "zh-CN": "劲风", en: "Fresh Breeze" },
			criteria: [
				{ metric: "gmv", comparison: ">", threshold: "10000000000" },
				{ metric: "composite", comparison: ">=", threshold: "6500" },
				{ metric: "force_floor", comparison: ">=", threshold: "4000" },
				{ metric: "experts_intermediate", comparison: ">=", threshold: "2" },
				{ metric: "dispute_rate", comparison: "<=", threshold: "100" },
			],
			raceShareBps: null,
		},
		{
			level: 2,
			name: { "zh-CN": "和风", en: "Moderate Breeze" },
			criteria: [
				{ metric: "gmv", comparison: ">=", threshold: "2000000000" },
				{ metric: "composite", comparison: ">=", threshold: "5000" },
				{ metric: "force_floor", comparison: ">=", threshold: "3000" },
				{ metric: "experts_any", comparison: ">=", threshold: "3" },
				{ metric: "dispute_rate", comparison: "<=", threshold: "150" },
			],
			raceShareBps: null,
		},
		{ level: 1, name: { "zh-CN": "微风", en: "Gentle Breeze" }, criteria: [], raceShareBps: null },
	],
	redLines: {
		recordKinds: ["FABRICATED_TRADES", "FORGED_CREDENTIALS"],
		recordMonths: 12,
		disputeRateAboveBps: 300,
	},
	race: { minTrackSize: 10, weightsBps: { composite: 5000, gmv: 3000, growth: 2000 } },
	movement: { maxTiersDown: 1, protectionDays: 90, bottomShareBps: 500, bottomRunsToProbation: 2 },
	trackOverrides: {},
};
