import "server-only";
import { db } from "@/lib/platform/db/client";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";
import type { Scope } from "@/lib/platform/session/scope";

/**
 * Marks one of the person's own notifications as read; a second time changes nothing. Reading is not a change of the
 * portal's state and leaves no audit row. @throws NOT_FOUND for somebody else's
 */
export async function markRead(scope: Scope, id: string): Promise<Outcome> {
	const own = { id, userId: scope.userId };
	const { count } = await db().notification.updateMany({
		where: { ...own, readAt: null },
		data: { readAt: new Date() },
	});
	if (count === 0 && (await db().notification.count({ where: own })) === 0) throw new AppError("NOT_FOUND");
	return { ok: true };
}

export async function markAllRead(scope: Scope): Promise<Outcome<{ count: number }>> {
	const { count } = await db().notification.updateMany({
		where: { userId: scope.userId, readAt: null },
		data: { readAt: new Date() },
	});
	return { ok: true, count };
}
