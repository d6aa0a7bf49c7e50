import "server-only";
import { inTransaction } from "@/lib/platform/db/client";

const DAY_MS = 86_400_000;
/** How long what no longer opens anything stays readable in the lists of sign-ins and attempts. */
const KEPT_DAYS = 90;

export type Pruned = { sessions: number; tokens: number; attempts: number };

/** Removes sessions, tokens and sign-in attempts that ended more than 90 days before `now`; the audit log stays. */
export function pruneExpired(now: Date): Promise<Pruned> {
	const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
	return inTransaction(async (tx) => {
		const sessions = await tx.session.deleteMany({
			where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
		});
		const tokens = await tx.accountToken.deleteMany({ where: { expiresAt: { lt: before } } });
		const attempts = await tx.signInAttempt.deleteMany({ where: { at: { lt: before } } });
		return { sessions: sessions.count, tokens: tokens.count, attempts: attempts.count };
	});
}
