import { z } from "zod";
import { maxText } from "@/lib/domains/gmv/constants";
import { isDay, isMonth } from "@/lib/platform/time";

const idField = z.string().min(1, "REQUIRED").max(64, "TOO_LONG");
const dayField = z.string().refine(isDay, "DAY_INVALID");
const reasonField = z.string().trim().max(500, "TOO_LONG").default("");

/** The shop is named by its code; a binding begins on `fromDay` and stands until it is ended. */
export const bindShopSchema = z.object({
	partnerId: idField,
	shopCode: z.string().trim().min(1, "REQUIRED").max(maxText.shopCode, "TOO_LONG"),
	trackCode: idField,
	fromDay: dayField,
	reason: reasonField,
});
export type BindShopInput = z.output<typeof bindShopSchema>;

/** `toDay` is the first day that no longer belongs to the binding. */
export const endBindingSchema = z.object({ bindingId: idField, toDay: dayField, reason: reasonField });
export type EndBindingInput = z.output<typeof endBindingSchema>;

const pageField = z.coerce.number().int().min(1).max(10_000).catch(1);
const textField = z.string().trim().max(100).catch("").default("");

export const partnerFilterSchema = z.object({
	q: textField,
	track: z.string().max(64).catch("").default(""),
	tier: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
	status: z.enum(["ACTIVE", "PROBATION", "EXIT_NOTICE", "EXITED"]).optional().catch(undefined),
	page: pageField,
	/** A shop on its way to a partner: the list then leads to its binding. */
	shop: z.string().max(maxText.shopCode).catch("").default(""),
});
export type PartnerFilter = z.output<typeof partnerFilterSchema>;

/** `show=all` lists shops that somebody has today as well, for what nobody had before. */
export const freeShopFilterSchema = z.object({
	q: textField,
	show: z.literal("all").optional().catch(undefined),
	page: pageField,
});
export type FreeShopFilter = z.output<typeof freeShopFilterSchema>;

/** `proof` names one to show instead of the newest. */
export const proofFilterSchema = z.object({
	proof: z.string().max(64).catch("").default(""),
	page: pageField,
});

/** `shop` opens the refunds of one shop. */
export const unknownSalesFilterSchema = z.object({
	shop: z.string().max(maxText.shopCode).catch("").default(""),
	page: pageField,
});

/** The last of some months. */
export const monthFilterSchema = z.object({ until: z.string().refine(isMonth).optional().catch(undefined) });

export const batchFilterSchema = z.object({
	source: z.string().max(64).catch("").default(""),
	state: z.enum(["RUNNING", "DONE", "FAILED"]).optional().catch(undefined),
	page: pageField,
});
export type BatchFilter = z.output<typeof batchFilterSchema>;

export const rejectionFilterSchema = z.object({
	code: z.string().max(64).catch("").default(""),
	page: pageField,
});
export type RejectionFilter = z.output<typeof rejectionFilterSchema>;
