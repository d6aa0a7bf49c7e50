import "server-only";
import { z } from "zod";
import { requireScope } from "@/lib/platform/session/session";
import { listNotifications } from "./data";

const filterSchema = z.object({
	show: z.enum(["all", "unread"]).catch("all").default("all"),
	after: z.string().max(64).optional().catch(undefined),
});

export async function loadNotifications(query: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("account.own");
	const filter = filterSchema.parse(query);
	return { filter, ...(await listNotifications(scope, { ...filter, unreadOnly: filter.show === "unread" })) };
}
