import { z } from "zod";
import { id, words } from "@/lib/domains/partnership/schema/words";
import { suspensionReasons } from "@/lib/domains/trust/constants/card";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { yuan } from "@/lib/domains/trust/schema/claims";

const target = { shopId: z.int().positive(), guarantee: z.enum(guarantees) };
/** The shop's own ceilings of the refund without return; of nothing else. */
const ceilings = { orderCeiling: yuan.optional(), buyerCeiling: yuan.optional() };

export const optInSchema = z.strictObject({
	...target,
	...ceilings,
	/** The version of the terms on the screen of whoever agrees. */
	termsVersion: z.int().positive(),
	consent: z.literal(true, { error: "CONSENT_MISSING" }),
});
export type OptIn = z.output<typeof optInSchema>;

export const changeCeilingsSchema = z.strictObject({ ...target, orderCeiling: yuan, buyerCeiling: yuan });
export type ChangeCeilings = z.output<typeof changeCeilingsSchema>;

export const optOutSchema = z.strictObject(target);
export type OptOut = z.output<typeof optOutSchema>;

export const suspendSchema = z.strictObject({
	...target,
	reasonCode: z.enum(suspensionReasons, { error: "REQUIRED" }),
	note: words(2_000),
});
export type Suspend = z.output<typeof suspendSchema>;

export const liftSchema = z.strictObject({ suspensionId: id, note: words(2_000) });
export type Lift = z.output<typeof liftSchema>;

export const appealSuspensionSchema = z.strictObject({ suspensionId: id, statement: words(2_000) });
export type AppealSuspension = z.output<typeof appealSuspensionSchema>;

export const answerSuspensionAppealSchema = z.strictObject({
	suspensionId: id,
	decision: z.enum(["UPHELD", "REJECTED"], { error: "REQUIRED" }),
	note: words(2_000),
});
export type AnswerSuspensionAppeal = z.output<typeof answerSuspensionAppealSchema>;

/** The cards' filters as they stand in the address. */
export const cardListSchema = z.object({
	q: z.string().trim().max(100).catch("").default(""),
	guarantee: z
		.enum(["", ...guarantees])
		.catch("")
		.default(""),
	state: z.enum(["", "held", "suspended", "appealed", "none"]).catch("").default(""),
	page: z.coerce.number().int().min(1).max(200).catch(1).default(1),
});
export type CardFilter = z.output<typeof cardListSchema>;
export const cardPageSize = 50;
