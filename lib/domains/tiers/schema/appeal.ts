import { z } from "zod";
import { runIdSchema } from "@/lib/domains/tiers/schema/run";

/** Words of several lines, kept as they were written; NUL and half surrogates cannot be stored. */
const words = (min: number, max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) => value.replaceAll("\0", "").toWellFormed().replace(/\r\n?/g, "\n").trim())
		.pipe(
			z
				.string()
				.min(1, { error: "REQUIRED" })
				.refine((value) => [...value].length >= min, { error: "TOO_SHORT" })
				.refine((value) => [...value].length <= max, { error: "TOO_LONG" }),
		);

export const statementMin = 20;
export const statementMax = 2_000;
export const verdictReasonMax = 2_000;

const appealId = z.string().min(1).max(64);

/** A tier appeal as the partner files it. */
export const tierAppealSchema = z.strictObject({
	runId: runIdSchema,
	criterion: z.string().min(1, { error: "REQUIRED" }).max(40, { error: "REQUIRED" }),
	statement: words(statementMin, statementMax),
});
export type TierAppealFiling = z.output<typeof tierAppealSchema>;

export const ownTierAppealSchema = z.strictObject({ appealId });

export const acceptReasons = ["SOURCE_CORRECTED", "RECORD_WITHDRAWN", "ATTRIBUTION_CORRECTED"] as const;
export const rejectReasons = [
	"SOURCE_CONFIRMED",
	"EVIDENCE_INSUFFICIENT",
	"OUTSIDE_WINDOW",
	"RULE_AS_PUBLISHED",
	"NOTHING_CHANGES",
] as const;
export type VerdictReason = (typeof acceptReasons)[number] | (typeof rejectReasons)[number];

const target = { appealId, version: z.int().min(1), reason: words(1, verdictReasonMax) };

/** The answer to a tier appeal. Accepting names the difference that was shown by its digest. */
export const tierVerdictSchema = z.discriminatedUnion("decision", [
	z.strictObject({
		...target,
		decision: z.literal("ACCEPTED"),
		reasonCode: z.enum(acceptReasons, { error: "REQUIRED" }),
		digest: z.string().regex(/^[0-9a-f]{64}$/),
	}),
	z.strictObject({
		...target,
		decision: z.literal("REJECTED"),
		reasonCode: z.enum(rejectReasons, { error: "REQUIRED" }),
	}),
]);
export type TierVerdict = z.output<typeof tierVerdictSchema>;

/** What of the platform's rules an appeal is bound by (domain.md §3.1): the same as any appeal against a decision. */
export const appealPeriodsSchema = z.object({
	appealWindowDays: z.int().min(1),
	appealAnswerWorkingDays: z.int().min(1),
});
export type AppealPeriods = z.output<typeof appealPeriodsSchema>;
