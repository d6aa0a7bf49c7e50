import { z } from "zod";

/** Anything an address may hold: what does not fit is as if it were not there. */
const word = z
	.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().trim().max(80))
	.catch("");

export const partnerSorts = ["net", "reach", "need", "month", "projected"] as const;

export const partnerQuerySchema = z.object({
	q: word,
	band: word,
	track: word,
	region: word,
	moved: z.enum(["", "up", "down"]).catch(""),
	sort: z.enum(partnerSorts).catch("net"),
	order: z.enum(["desc", "asc"]).catch("desc"),
	page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type PartnerQuery = z.infer<typeof partnerQuerySchema>;

export const historyQuerySchema = z.object({
	by: z.enum(["day", "month"]).catch("day"),
	month: word,
});

export const pictures = ["dashboard", "history", "tracks", "regions"] as const;
export type Picture = (typeof pictures)[number];
