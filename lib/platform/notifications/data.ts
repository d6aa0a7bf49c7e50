import "server-only";
import { z } from "zod";
import { db } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";
import type { NotificationView } from "./types";

export const notificationsPerPage = 50;

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

/** The person's own notifications, newest first; `next` is the key of the following page. */
export async function listNotifications(
	scope: Scope,
	filter: { unreadOnly: boolean; after?: string },
): Promise<{ notifications: NotificationView[]; total: number; unread: number; next: string | null }> {
	const own = { userId: scope.userId };
	const matches = { ...own, ...(filter.unreadOnly && { readAt: null }) };
	const [rows, total, unread] = await Promise.all([
		db().notification.findMany({
			where: { ...matches, ...(filter.after && { id: { lt: filter.after } }) },
			orderBy: { id: "desc" },
			take: notificationsPerPage + 1,
		}),
		db().notification.count({ where: matches }),
		db().notification.count({ where: { ...own, readAt: null } }),
	]);
	const notifications = rows.slice(0, notificationsPerPage).map((row) => ({
		id: row.id,
		kind: row.kind,
		params: paramsSchema.parse(row.params),
		href: row.href,
		createdAt: row.createdAt,
		isRead: row.readAt !== null,
	}));
	const next = rows.length > notificationsPerPage ? (notifications.at(-1)?.id ?? null) : null;
	return { notifications, total, unread, next };
}
