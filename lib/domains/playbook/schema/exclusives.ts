import { z } from "zod";
import { exclusiveStages } from "@/lib/domains/playbook/constants/exclusives";
import { isDay } from "@/lib/platform/time";

const id = z.string().min(1).max(64);
const day = z.string().refine(isDay, "DATE_INVALID");

export const newExclusiveSchema = z.strictObject({
	brandId: id,
	shopId: z.coerce.number<string>("REQUIRED").int().min(1, "REQUIRED"),
	name: z.string().trim().min(1, "REQUIRED").max(60, "TOO_LONG"),
});

/** A move of a product; to on sale with its number and first day, to ended with the last day it was on sale. */
export const moveExclusiveSchema = z
	.strictObject({
		id,
		version: z.int().min(1),
		to: z.enum(exclusiveStages),
		productId: z.string().trim().max(64, "TOO_LONG").optional(),
		day: day.or(z.literal("")).optional(),
	})
	.superRefine(({ to, productId, day: given }, context) => {
		const need = (path: "productId" | "day") =>
			context.addIssue({ code: "custom", path: [path], message: "REQUIRED" });
		if (to === "ON_SALE" && !productId) need("productId");
		if (to === "ON_SALE" && !given) need("day");
	});
export type MoveExclusive = z.output<typeof moveExclusiveSchema>;
