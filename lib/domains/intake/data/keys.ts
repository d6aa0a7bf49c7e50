import "server-only";
import type { ApiKeyRow, ApiScope, KeyStatus } from "@/lib/domains/intake/types";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";

declare const holderBrand: unique symbol;

/** Proof that a request carries a key that is valid now; only `findKeyHolder` makes one. */
export type KeyHolder = {
	readonly [holderBrand]: true;
	readonly keyId: string;
	readonly name: string;
	readonly scopes: readonly ApiScope[];
	readonly sourceCode: string;
};

const USE_NOTED_EVERY_MS = 60_000;

/** Who a bearer key belongs to; null when it is unknown, expired or revoked. */
export async function findKeyHolder(token: string, now: Date): Promise<KeyHolder | null> {
	const key = await db().apiKey.findFirst({
		where: { keyHash: hashToken(token), revokedAt: null, expiresAt: { gt: now } },
	});
	if (!key) return null;
	if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > USE_NOTED_EVERY_MS) {
		await db().apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: now } });
	}
	const { id, name, scopes, sourceCode } = key;
	return { keyId: id, name, scopes: scopes as ApiScope[], sourceCode } as unknown as KeyHolder;
}

function statusOf(key: { revokedAt: Date | null; expiresAt: Date }, now: Date): KeyStatus {
	if (key.revokedAt) return "revoked";
	return key.expiresAt <= now ? "expired" : "active";
}

/** Every key, the newest first; the keys themselves are nowhere to be read. */
export async function listKeys(_scope: PlatformScope, now: Date): Promise<ApiKeyRow[]> {
	const keys = await db().apiKey.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
	const makers = await db().user.findMany({
		where: { id: { in: keys.map((key) => key.createdById) } },
		select: { id: true, name: true },
	});
	return keys.map(
		({ id, name, prefix, scopes, sourceCode, createdById, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
			id,
			name,
			prefix,
			scopes: scopes as ApiScope[],
			sourceCode,
			createdBy: makers.find((maker) => maker.id === createdById)?.name ?? null,
			createdAt,
			expiresAt,
			lastUsedAt,
			status: statusOf({ revokedAt, expiresAt }, now),
		}),
	);
}
