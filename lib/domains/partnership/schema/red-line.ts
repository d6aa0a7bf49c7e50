import { z } from "zod";
import { dayText, id, words } from "@/lib/domains/partnership/schema/words";

export const redLineKinds = ["FABRICATED_TRADES", "FORGED_CREDENTIALS"] as const;
export const redLineTabs = ["counting", "withdrawn"] as const;

export const recordRedLineSchema = z.strictObject({
	/** Credit code, exact name or id of a partner. */
	partner: words(200),
	kind: z.enum(redLineKinds, { error: "REQUIRED" }),
	/** The day it happened; it counts from then. */
	occurredOn: dayText,
	note: words(1_000),
});
export type RecordRedLine = z.output<typeof recordRedLineSchema>;

export const withdrawRedLineSchema = z.strictObject({ redLineId: id, reason: words(1_000) });
export type WithdrawRedLine = z.output<typeof withdrawRedLineSchema>;

export const redLineQuerySchema = z.object({
	tab: z.enum(redLineTabs).catch("counting"),
	q: z
		.string()
		.catch("")
		.default("")
		.transform((value) => value.replaceAll("\0", "").trim().slice(0, 100)),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
