import "server-only";
import { randomBytes } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import { hashToken } from "@/lib/platform/session/session-row";
import { tokenHours } from "../constants";
import type { AccountTokenKind } from "../types";

/** 32 random bytes, as text that fits a link. Only its SHA-256 is stored. */
export function newToken(): string {
	return randomBytes(32).toString("base64url");
}

export function hoursFromNow(hours: number): Date {
	return new Date(Date.now() + hours * 3_600_000);
}

/** A new single-use token of a kind; earlier ones of that kind stop working. */
export async function issueToken(
	tx: Tx,
	userId: string,
	kind: AccountTokenKind,
): Promise<{ id: string; token: string }> {
	const token = newToken();
	const id = newId("tok");
	await tx.accountToken.updateMany({ where: { userId, kind, usedAt: null }, data: { usedAt: new Date() } });
	await tx.accountToken.create({
		data: { id, userId, kind, tokenHash: hashToken(token), expiresAt: hoursFromNow(tokenHours[kind]) },
	});
	return { id, token };
}

/** Uses a token up; the id of its user, or null when it is unknown, expired or was used before. */
export async function consumeToken(tx: Tx, kind: AccountTokenKind, token: string): Promise<string | null> {
	const where = { kind, tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } };
	const used = await tx.accountToken.updateManyAndReturn({
		where,
		data: { usedAt: new Date() },
		select: { userId: true },
	});
	return used[0]?.userId ?? null;
}
