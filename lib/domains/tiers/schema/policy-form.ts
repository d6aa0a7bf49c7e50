import { z } from "zod";
import { comparisons, gmvMeasures, redLineKinds } from "@/lib/domains/tiers/constants";

const typed = z.string().max(40, { error: "TOO_LONG" });
const name = z.string().max(20, { error: "TOO_LONG" });

/** An empty value: the tier does not ask for the metric. */
const criterionFormSchema = z.strictObject({ comparison: z.enum(comparisons), value: typed });

const criteriaFormSchema = z.strictObject({
	gmv: criterionFormSchema,
	composite: criterionFormSchema,
	force_floor: criterionFormSchema,
	experts_senior: criterionFormSchema,
	experts_intermediate: criterionFormSchema,
	experts_any: criterionFormSchema,
	dispute_rate: criterionFormSchema,
});

const tierFormSchema = z.strictObject({
	nameZh: name,
	nameEn: name,
	criteria: criteriaFormSchema,
	/** Empty: no limit. */
	share: typed,
});

const raceFormSchema = z.strictObject({ minTrackSize: typed, composite: typed, gmv: typed, growth: typed });

const movementFormSchema = z.strictObject({
	maxTiersDown: typed,
	protectionDays: typed,
	bottomShare: typed,
	bottomRuns: typed,
});

/** What a track has of its own; null: as everywhere. */
const trackTierFormSchema = z.strictObject({
	criteria: criteriaFormSchema.nullable(),
	share: typed.nullable(),
});

const trackFormSchema = z.strictObject({
	tiers: z.strictObject({
		"5": trackTierFormSchema,
		"4": trackTierFormSchema,
		"3": trackTierFormSchema,
		"2": trackTierFormSchema,
	}),
	race: raceFormSchema.nullable(),
	movement: movementFormSchema.nullable(),
});

/** The tier policy while it is drafted: as it was typed, complete or not. */
export const tierPolicyFormSchema = z.strictObject({
	gmvMeasure: z.enum(gmvMeasures),
	gmvMonths: typed,
	qualityMonths: typed,
	minClosedDays: typed,
	tiers: z.strictObject({
		"5": tierFormSchema,
		"4": tierFormSchema,
		"3": tierFormSchema,
		"2": tierFormSchema,
		"1": tierFormSchema,
	}),
	redLines: z.strictObject({
		recordKinds: z.array(z.enum(redLineKinds)).max(redLineKinds.length),
		recordMonths: typed,
		disputeRate: typed,
	}),
	race: raceFormSchema,
	movement: movementFormSchema,
	tracks: z.record(z.string().min(1).max(40), trackFormSchema),
});

export type TierPolicyForm = z.infer<typeof tierPolicyFormSchema>;
export type CriteriaForm = z.infer<typeof criteriaFormSchema>;
export type RaceForm = z.infer<typeof raceFormSchema>;
export type MovementForm = z.infer<typeof movementFormSchema>;
export type TrackForm = z.infer<typeof trackFormSchema>;
