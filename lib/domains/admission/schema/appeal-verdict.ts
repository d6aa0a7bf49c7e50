import { z } from "zod";
import { text } from "@/lib/domains/admission/schema/fields";

export const appealVerdicts = ["DISMISSED", "OVERTURNED"] as const;

/** What becomes of an appeal, and why: the applicant reads the words. */
export const appealVerdictSchema = z.strictObject({
	decision: z.enum(appealVerdicts, { error: "REQUIRED" }),
	reason: text(2_000),
});
export type AppealVerdict = z.output<typeof appealVerdictSchema>;

/** An appeal as the caller last saw it. */
export const appealTarget = z.strictObject({ appealId: z.string().min(1).max(64), version: z.int().min(1) });
