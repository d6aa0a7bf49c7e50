import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";
import { hashToken, sessionLifetime } from "@/lib/platform/session/session-row";
import type { AccountTokenKind, SignIn } from "../types";

/** The live sign-ins of the scope's own person, the most recently used first. */
export async function listSignIns(scope: Scope): Promise<SignIn[]> {
	const idleSince = new Date(Date.now() - sessionLifetime.idleHours * 3_600_000);
	return db().session.findMany({
		where: {
			userId: scope.userId,
			revokedAt: null,
			expiresAt: { gt: new Date() },
			lastSeenAt: { gt: idleSince },
			user: { status: "ACTIVE" },
		},
		orderBy: { lastSeenAt: "desc" },
		take: 50,
		select: { id: true, address: true, userAgent: true, createdAt: true, lastSeenAt: true },
	});
}

/** Whether a mailed link would still work, so that nobody fills a form for nothing. */
export async function isTokenUsable(kind: AccountTokenKind, token: string): Promise<boolean> {
	const where = { kind, tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } };
	return (await db().accountToken.count({ where })) === 1;
}
