import "server-only";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** A colleague's name, for the platform's staff. */
export async function findUserName(_scope: PlatformScope, userId: string | null): Promise<string | null> {
	if (!userId) return null;
	const user = await db().user.findUnique({ where: { id: userId }, select: { name: true } });
	return user?.name ?? null;
}
