import { z } from "zod";
import { applicationSections, RUBRIC_MAX, rejectionReasons } from "@/lib/domains/admission/constants";
import { text } from "@/lib/domains/admission/schema/fields";

const rubricScore = z
	.int({ error: "REQUIRED" })
	.min(0, { error: "OUT_OF_RANGE" })
	.max(RUBRIC_MAX, { error: "OUT_OF_RANGE" });
export const forceScoresSchema = z.strictObject({
	traffic: rubricScore,
	livestream: rubricScore,
	incubation: rubricScore,
	fulfilment: rubricScore,
	supply: rubricScore,
});

/** One thing to mend: the section, the fields of it where the reviewer named them, and the reviewer's words. */
export const changeRequestSchema = z.strictObject({
	section: z.enum(applicationSections),
	fields: z.array(z.string().max(80)).max(40).default([]),
	comment: text(1_000),
});
export type ChangeRequest = z.output<typeof changeRequestSchema>;

const comment = z.string().max(2_000, { error: "TOO_LONG" }).default("");

/** A reviewer's decision. A rejection always has a reason code and words; a request says at least one thing. */
export const reviewDecisionSchema = z.discriminatedUnion("decision", [
	z.strictObject({ decision: z.literal("APPROVE"), scores: forceScoresSchema, comment }),
	z.strictObject({
		decision: z.literal("REJECT"),
		scores: forceScoresSchema.nullable(),
		reasonCodes: z.array(z.enum(rejectionReasons)).min(1, { error: "REQUIRED" }),
		comment: text(2_000),
	}),
	z.strictObject({
		decision: z.literal("REQUEST_CHANGES"),
		requests: z.array(changeRequestSchema).min(1, { error: "REQUIRED" }),
		comment,
	}),
]);
export type ReviewDecision = z.output<typeof reviewDecisionSchema>;
