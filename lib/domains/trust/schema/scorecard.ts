import { z } from "zod";
import { isDay } from "@/lib/platform/time";

export const scoreSorts = ["score", "change", "name"] as const;
export const scorePageSize = 50;

/** The list's choices as they stand in the address. */
export const scoreListSchema = z.object({
	q: z.string().trim().max(100).catch("").default(""),
	sort: z.enum(scoreSorts).catch("score").default("score"),
	page: z.coerce.number().int().min(1).max(200).catch(1).default(1),
});
export type ScoreFilter = z.output<typeof scoreListSchema>;

/** Which shop's card, and of which week; the last one rolled up where none is named. */
export const scoreWeekSchema = z.object({
	week: z.string().refine(isDay).optional().catch(undefined),
	shop: z.coerce.number().int().positive().optional().catch(undefined),
});
