import { forceCodes } from "@/lib/domains/forces/constants";

/** What a reviewer is shown of a run, gravest kind first. */
export const anomalyKinds = [
	"MOVED_FAR",
	"FIRST_HIGH",
	"METRIC_JUMPED",
	"METRIC_FELL",
	"NO_METRICS",
	"JUST_UNDER",
] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

/** Metrics compared with the run before. Experts are heads of any level. */
export const comparedMetrics = ["gmv", "composite", ...forceCodes, "dispute_rate", "experts"] as const;
export type ComparedMetric = (typeof comparedMetrics)[number];

/** Tiers between two runs in a row that somebody should look at. */
export const FAR_TIERS = 2;
/** A metric that is so many times what it was, or the same part of it. */
export const JUMP_TIMES = 5n;
/** A value within 1 in so many of the line it misses. */
export const NEAR_PARTS = 100n;
/** A tier that is looked at where it is a partner's first. */
export const HIGH_TIER = 4;
