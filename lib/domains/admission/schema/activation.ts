import { z } from "zod";
import { day, text } from "@/lib/domains/admission/schema/fields";
import { applicationId } from "@/lib/domains/admission/schema/target";

/** The version of the agreement that was read, and the hash of its text: another text is not what was agreed to. */
export const agreementAcceptanceSchema = z.strictObject({
	applicationId,
	agreementVersion: z.int().min(1),
	documentHash: z.string().regex(/^[0-9a-f]{64}$/),
	accepted: z.literal(true, { error: "AGREEMENT_REQUIRED" }),
});

/** What the company says of its payment; the amount is the policy's. `version` is null for the first report. */
export const depositReportSchema = z.strictObject({
	applicationId,
	version: z.int().min(1).nullable(),
	paidOn: day,
	payer: text(100),
	reference: text(80),
});
export type DepositReport = z.output<typeof depositReportSchema>;

const target = { depositId: z.string().min(1).max(64), version: z.int().min(1) };

/** The platform's answer: the money is there, or it was not found, and what to correct. */
export const depositCheckSchema = z.discriminatedUnion("answer", [
	z.strictObject({ ...target, answer: z.literal("confirm") }),
	z.strictObject({ ...target, answer: z.literal("return"), note: text(500) }),
]);
export type DepositCheck = z.output<typeof depositCheckSchema>;

export const depositTabs = ["check", "returned", "confirmed", "refunded", "all"] as const;
export type DepositTab = (typeof depositTabs)[number];

/** The address of the list; what cannot be read falls back to the default. */
export const depositFilterSchema = z.object({
	tab: z.enum(depositTabs).catch("check"),
	q: z.string().trim().max(100).catch(""),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DepositFilter = z.output<typeof depositFilterSchema>;
