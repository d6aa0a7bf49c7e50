import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** A colleague's name, for the platform's staff. */
export async function findUserName(_scope: PlatformScope, userId: string | null): Promise<string | null> {
	if (!userId) return null;
	const user = await db().user.findUnique({ where: { id: userId }, select: { name: true } });
	return user?.name ?? null;
}

/** Colleagues' names by id, for the platform's staff. */
export async function nameUsers(
	_scope: PlatformScope,
	userIds: readonly string[],
	client: Tx = db(),
): Promise<ReadonlyMap<string, string>> {
	const users = await client.user.findMany({
		where: { id: { in: [...new Set(userIds)] } },
		select: { id: true, name: true },
	});
	return new Map(users.map((user) => [user.id, user.name]));
}
