import { z } from "zod";
import {
	comparisons,
	gmvMeasures,
	LOWEST_TIER,
	metricUnits,
	redLineKinds,
	tierLevels,
	tierMetrics,
} from "@/lib/domains/tiers/constants";
import { BPS } from "@/lib/platform/money/bps";

const wholeNumber = (min: number, max: number) =>
	z.int({ error: "NOT_A_NUMBER" }).min(min, { error: "OUT_OF_RANGE" }).max(max, { error: "OUT_OF_RANGE" });
const shareBps = wholeNumber(0, BPS);
const levelSchema = z.union(
	tierLevels.map((level) => z.literal(level)),
	{ error: "UNKNOWN_TIER" },
);

const criterionSchema = z
	.strictObject({
		metric: z.enum(tierMetrics, { error: "UNKNOWN_METRIC" }),
		comparison: z.enum(comparisons, { error: "UNKNOWN_COMPARISON" }),
		/** An integer in the metric's unit (constants `metricUnits`), as a string because fen outgrow JSON numbers. */
		threshold: z.string().regex(/^(0|[1-9]\d{0,18})$/, { error: "NOT_A_NUMBER" }),
	})
	.refine((row) => metricUnits[row.metric] !== "bps" || Number(row.threshold) <= BPS, {
		error: "OUT_OF_RANGE",
		path: ["threshold"],
	})
	.refine((row) => metricUnits[row.metric] !== "score" || Number(row.threshold) <= BPS, {
		error: "OUT_OF_RANGE",
		path: ["threshold"],
	})
	.refine((row) => (row.metric === "dispute_rate") === (row.comparison === "<="), {
		error: "WRONG_DIRECTION",
		path: ["comparison"],
	});

const criteriaSchema = z
	.array(criterionSchema)
	.refine((rows) => new Set(rows.map((row) => row.metric)).size === rows.length, { error: "METRIC_TWICE" });
/** At most ⌈share × eligible partners of the track⌉ hold the tier through the race; null: no limit. */
const raceShareSchema = shareBps.nullable();

const tierSchema = z.strictObject({
	level: levelSchema,
	name: z.strictObject({
		"zh-CN": z.string().min(1, { error: "REQUIRED" }),
		en: z.string().min(1, { error: "REQUIRED" }),
	}),
	criteria: criteriaSchema,
	raceShareBps: raceShareSchema,
});

const raceSchema = z.strictObject({
	/** No race in a track with fewer eligible partners. */
	minTrackSize: wholeNumber(1, 1_000_000),
	weightsBps: z
		.strictObject({ composite: shareBps, gmv: shareBps, growth: shareBps })
		.refine((w) => w.composite + w.gmv + w.growth === BPS, { error: "WEIGHTS_NOT_WHOLE" }),
});

const movementSchema = z.strictObject({
	maxTiersDown: wholeNumber(1, 4),
	/** Days from admission (day 0) on which a partner is not demoted. */
	protectionDays: wholeNumber(0, 3650),
	bottomShareBps: shareBps,
	bottomRunsToProbation: wholeNumber(1, 24),
});

const redLinesSchema = z.strictObject({
	recordKinds: z.array(z.enum(redLineKinds)),
	/** A record counts for this long after the day it happened. */
	recordMonths: wholeNumber(1, 120),
	disputeRateAboveBps: shareBps,
});

const overrideSchema = z.strictObject({
	/** A tier named here has these criteria or this share instead of the common ones. */
	tiers: z
		.array(
			z.strictObject({
				level: levelSchema.refine((level) => level !== LOWEST_TIER, { error: "LOWEST_TIER_HAS_NO_CRITERIA" }),
				criteria: criteriaSchema.optional(),
				raceShareBps: raceShareSchema.optional(),
			}),
		)
		.refine((rows) => new Set(rows.map((row) => row.level)).size === rows.length, { error: "TIER_TWICE" })
		.optional(),
	race: raceSchema.optional(),
	movement: movementSchema.optional(),
});

/** A version of the tier policy (domain.md §3.3), as stored in the policy table. */
export const tierPolicySchema = z.strictObject({
	schemaVersion: z.literal(1),
	gmvMeasure: z.enum(gmvMeasures, { error: "UNKNOWN_MEASURE" }),
	gmvMonths: wholeNumber(1, 60),
	qualityMonths: wholeNumber(1, 12),
	minClosedDays: wholeNumber(0, 60),
	/** Highest first, every level once. The lowest has no criteria and no share, so that everybody has a tier. */
	tiers: z
		.array(tierSchema)
		.refine((rows) => rows.map((row) => row.level).join() === [...tierLevels].reverse().join(), {
			error: "TIERS_INCOMPLETE",
		})
		.refine((rows) => rows.every((row) => row.level !== LOWEST_TIER || isOpen(row)), {
			error: "LOWEST_TIER_HAS_NO_CRITERIA",
		}),
	redLines: redLinesSchema,
	race: raceSchema,
	movement: movementSchema,
	trackOverrides: z.record(z.string(), overrideSchema),
});

function isOpen(tier: { criteria: readonly unknown[]; raceShareBps: number | null }): boolean {
	return tier.criteria.length === 0 && tier.raceShareBps === null;
}

export type TierPolicy = z.infer<typeof tierPolicySchema>;
export type CriterionPolicy = z.infer<typeof criterionSchema>;
export type TierRow = z.infer<typeof tierSchema>;
/** The policy of one track as a receipt carries it. */
export const trackTierPolicySchema = tierPolicySchema.omit({ trackOverrides: true });
/** The policy of one track: overrides applied. */
export type TrackTierPolicy = Omit<TierPolicy, "trackOverrides">;
