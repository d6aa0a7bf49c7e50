import { z } from "zod";
import { maxText } from "@/lib/domains/gmv/constants";
import { isDay } from "@/lib/platform/time";

const idField = z.string().min(1, "REQUIRED").max(64, "TOO_LONG");
const dayField = z.string().refine(isDay, "DAY_INVALID");
const endField = z.union([z.literal(""), dayField]).default("");
const shopCodeField = z.string().trim().min(1, "REQUIRED").max(maxText.shopCode, "TOO_LONG");
const noteField = z.string().trim().max(500, "TOO_LONG").default("");

const span = { fromDay: dayField, toDay: endField, note: noteField };

/** A partner asks for a shop it knows by its code. */
export const proposeAsPartnerSchema = z.object({ shopCode: shopCodeField, trackCode: idField, ...span });
export type ProposeAsPartnerInput = z.output<typeof proposeAsPartnerSchema>;

/** A brand offers one of its shops to a partner it knows by its credit code. */
export const proposeAsBrandSchema = z.object({
	shopCode: shopCodeField,
	partnerUscc: z.string().trim().toUpperCase().min(1, "REQUIRED").max(18, "TOO_LONG"),
	trackCode: idField,
	...span,
});
export type ProposeAsBrandInput = z.output<typeof proposeAsBrandSchema>;

/** Operations propose a shop to a partner, which then confirms. */
export const proposeAsPlatformSchema = z.object({
	shopCode: shopCodeField,
	partnerId: idField,
	trackCode: idField,
	...span,
});
export type ProposeAsPlatformInput = z.output<typeof proposeAsPlatformSchema>;

export const confirmProposalSchema = z.object({ bindingId: idField });
export const withdrawProposalSchema = z.object({ bindingId: idField });
export const rejectProposalSchema = z.object({
	bindingId: idField,
	reason: z.string().trim().min(1, "REASON_REQUIRED").max(500, "TOO_LONG"),
});

/** `toDay` is the first day that no longer counts; empty for an open end. */
export const correctBindingSchema = z.object({
	bindingId: idField,
	fromDay: dayField,
	toDay: endField,
	reason: z.string().trim().min(1, "REASON_REQUIRED").max(500, "TOO_LONG"),
});
export type CorrectBindingInput = z.output<typeof correctBindingSchema>;

/** To see what a correction would do, no reason is needed yet. */
export const rehearseCorrectionSchema = correctBindingSchema.extend({ reason: noteField });

export const proposalStates = ["PROPOSED", "CONFIRMED", "DECLINED", "WITHDRAWN"] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalFilterSchema = z.object({
	state: z.enum(proposalStates).catch("PROPOSED").default("PROPOSED"),
	q: z.string().trim().max(100).catch("").default(""),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ProposalFilter = z.output<typeof proposalFilterSchema>;
