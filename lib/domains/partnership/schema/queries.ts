import { z } from "zod";

export const exitTabs = ["notice", "decide", "decided", "refunds"] as const;
export const probationTabs = ["open", "overdue", "closed", "unplanned"] as const;
export const verificationTabs = ["submitted", "open", "overdue", "licences", "decided"] as const;

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const search = z
	.string()
	.catch("")
	.default("")
	.transform((value) => value.replaceAll("\0", "").trim().slice(0, 100));

export const exitQuerySchema = z.object({ tab: z.enum(exitTabs).catch("notice"), q: search, page });
export const probationQuerySchema = z.object({ tab: z.enum(probationTabs).catch("open"), q: search, page });
export const verificationQuerySchema = z.object({
	tab: z.enum(verificationTabs).catch("submitted"),
	q: search,
	page,
});
export const noticeQuerySchema = z.object({ q: search, page });
export type ListQuery<Tab extends string> = { tab: Tab; q: string; page: number };
