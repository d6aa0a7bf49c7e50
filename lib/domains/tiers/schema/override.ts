import { z } from "zod";
import { tierLevels } from "@/lib/domains/tiers/constants";
import { runIdSchema } from "@/lib/domains/tiers/schema/run";

export const overrideReasonMin = 20;
export const overrideReasonMax = 1_000;

const id = z.string().min(1).max(64);
const receiptHash = z.string().regex(/^[0-9a-f]{64}$/);

/** One lead's half: which receipt as it was seen, the tier, and why; the partner reads the reason. */
export const overrideProposalSchema = z.strictObject({
	runId: runIdSchema,
	partnerId: id,
	receiptHash,
	tier: z.union(
		tierLevels.map((level) => z.literal(level)),
		{ error: "REQUIRED" },
	),
	reason: z
		.string()
		.trim()
		.min(overrideReasonMin, { error: "TOO_SHORT" })
		.max(overrideReasonMax, { error: "TOO_LONG" }),
});
export type OverrideProposal = z.output<typeof overrideProposalSchema>;

/** The other lead's half. Confirming names the receipt as it was seen; rejecting says why. */
export const overrideAnswerSchema = z.discriminatedUnion("decision", [
	z.strictObject({ overrideId: id, decision: z.literal("CONFIRMED"), receiptHash }),
	z.strictObject({
		overrideId: id,
		decision: z.literal("REJECTED"),
		note: z.string().trim().min(1, { error: "REQUIRED" }).max(overrideReasonMax, { error: "TOO_LONG" }),
	}),
]);
export type OverrideAnswer = z.output<typeof overrideAnswerSchema>;

export const overrideIdSchema = z.strictObject({ overrideId: id });
