import "server-only";
import { randomBytes } from "node:crypto";
import { keyPrefix, shownPrefixLength } from "@/lib/domains/intake/constants";
import type { CreateKeyInput } from "@/lib/domains/intake/schema/keys";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";

const DAY_MS = 86_400_000;

/** Makes a key. It is in this answer and nowhere else: what is stored cannot be turned back. */
export function createKey(
	scope: PlatformScope,
	{ days, ...input }: CreateKeyInput,
	now: Date,
): Promise<Outcome<{ id: string; key: string }>> {
	const key = keyPrefix + randomBytes(32).toString("base64url");
	const id = newId("key");
	const expiresAt = new Date(now.getTime() + days * DAY_MS);
	return inTransaction(async (tx) => {
		await tx.apiKey.create({
			data: {
				...input,
				id,
				prefix: key.slice(0, shownPrefixLength),
				keyHash: hashToken(key),
				createdById: scope.userId,
				createdAt: now,
				expiresAt,
			},
		});
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "api-key.create",
			subjectType: "api_key",
			subjectId: id,
			after: { ...input, expiresAt: expiresAt.toISOString() },
		});
		return { ok: true, id, key };
	});
}

/** From now on the key opens nothing. */
export function revokeKey(scope: PlatformScope, id: string, now: Date): Promise<Outcome> {
	return inOutcomeTransaction(async (tx) => {
		const { count } = await tx.apiKey.updateMany({
			where: { id, revokedAt: null },
			data: { revokedAt: now, revokedById: scope.userId },
		});
		if (count === 0) {
			if (!(await tx.apiKey.findUnique({ where: { id } }))) throw new AppError("NOT_FOUND");
			return refuse("STALE_VERSION");
		}
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "api-key.revoke",
			subjectType: "api_key",
			subjectId: id,
			before: { revokedAt: null },
			after: { revokedAt: now.toISOString() },
		});
		return { ok: true };
	});
}
