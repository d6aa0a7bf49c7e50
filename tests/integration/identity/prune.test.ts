import { expect, test } from "vitest";
import { pruneExpired } from "@/lib/domains/identity/mutations/prune-expired";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import { createMember } from "@/tests/factories/identity";

const now = new Date("2026-11-22T00:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test("what ended more than 90 days ago goes, what ended later stays", async () => {
	const { scope } = await createMember({ role: "partner_owner" });
	const session = (expiresAt: Date, revokedAt: Date | null = null) =>
		db().session.create({
			data: {
				id: newId("ses"),
				tokenHash: newId("hash"),
				userId: scope.userId,
				roleVersion: 1,
				expiresAt,
				revokedAt,
			},
		});
	const token = (expiresAt: Date) =>
		db().accountToken.create({
			data: {
				id: newId("tok"),
				tokenHash: newId("hash"),
				userId: scope.userId,
				kind: "PASSWORD_RESET",
				expiresAt,
			},
		});
	const attempt = (at: Date) =>
		db().signInAttempt.create({ data: { accountKey: "a", addressKey: "b", succeeded: false, at } });
	await session(daysAgo(91));
	const stays = [await session(daysAgo(90)), await session(daysAgo(-5))];
	await session(daysAgo(-5), daysAgo(91));
	await token(daysAgo(91));
	const keptToken = await token(daysAgo(89));
	await attempt(daysAgo(91));
	const keptAttempt = await attempt(daysAgo(89));

	expect(await pruneExpired(now)).toEqual({ sessions: 2, tokens: 1, attempts: 1 });

	const left = await db().session.findMany({ where: { userId: scope.userId }, orderBy: { id: "asc" } });
	expect(left.map((row) => row.id).sort()).toEqual(stays.map((row) => row.id).sort());
	expect(
		(await db().accountToken.findMany({ where: { userId: scope.userId } })).map((row) => row.id),
	).toEqual([keptToken.id]);
	expect((await db().signInAttempt.findMany()).map((row) => row.id)).toEqual([keptAttempt.id]);
});
