import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireScope } from "@/lib/platform/session/session";
import { findMail, listMails } from "./data";
import { isMailServerConfigured } from "./transport";
import { mailStatuses } from "./types";

const filterSchema = z.object({
	q: z.string().trim().max(100).catch("").default(""),
	status: z.enum(mailStatuses).optional().catch(undefined),
	after: z.string().max(64).optional().catch(undefined),
});

export async function loadOutbox(query: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("mail.read");
	const filter = filterSchema.parse(query);
	return { filter, isServerConfigured: isMailServerConfigured(), ...(await listMails(scope, filter)) };
}

export async function loadMail(id: string) {
	const scope = await requireScope("mail.read");
	return (await findMail(scope, id)) ?? notFound();
}
