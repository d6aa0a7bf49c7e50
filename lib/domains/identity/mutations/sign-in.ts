import "server-only";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, inTransaction } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { hashToken, sessionLifetime } from "@/lib/platform/session/session-row";
import { signInLimits } from "../constants";
import { settleAttempt, takeAttempt } from "./attempts";
import { verifyPassword } from "./passwords";
import { hoursFromNow, newToken } from "./tokens";

export type SignInRefusal =
	| "TOO_MANY_ATTEMPTS"
	| "CREDENTIALS_WRONG"
	| "ACCOUNT_DEACTIVATED"
	| "EMAIL_UNCONFIRMED"
	| "NO_ORGANISATION";

/**
 * Checks e-mail and password within the limits. Only the right password learns why an account may not come in; everyone
 * else gets the same answer after the same work, whether the account exists or not.
 */
export async function checkCredentials(input: { email: string; password: string; address: string | null }) {
	const attempt = await takeAttempt({ purpose: "sign-in", limits: signInLimits, ...input });
	if (attempt === null) return refuse("TOO_MANY_ATTEMPTS");
	const user = await db().user.findUnique({ where: { email: input.email } });
	const isRight = await verifyPassword(user?.passwordHash ?? null, input.password);
	if (!user || !isRight) return refuse("CREDENTIALS_WRONG");
	await settleAttempt(attempt);
	if (user.status !== "ACTIVE") return refuse("ACCOUNT_DEACTIVATED");
	return { ok: true as const, user };
}

/** Signs a person in and opens a session row. The token goes into the cookie and is not kept here. */
export async function signIn(input: {
	email: string;
	password: string;
	address: string | null;
	userAgent: string | null;
}): Promise<Outcome<{ userId: string; token: string }, SignInRefusal>> {
	const checked = await checkCredentials(input);
	if (!checked.ok) return checked;
	const { user } = checked;
	if (!user.emailVerifiedAt) return refuse("EMAIL_UNCONFIRMED");
	if ((await db().membership.count({ where: { userId: user.id } })) === 0) return refuse("NO_ORGANISATION");
	const token = newToken();
	const id = newId("ses");
	await inTransaction(async (tx) => {
		await tx.session.create({
			data: {
				id,
				tokenHash: hashToken(token),
				userId: user.id,
				// As read before the password was checked: whatever changed since makes this session a dead one.
				roleVersion: user.roleVersion,
				address: input.address,
				userAgent: input.userAgent?.slice(0, 400),
				expiresAt: hoursFromNow(sessionLifetime.absoluteDays * 24),
			},
		});
		await recordAudit(tx, {
			actor: { userId: user.id, label: user.name, organisationId: null, address: input.address },
			action: "session.open",
			subjectType: "session",
			subjectId: id,
		});
	});
	return { ok: true, userId: user.id, token };
}

/** Ends the session behind a token; nothing happens when it has ended already. */
export async function signOut(token: string): Promise<void> {
	await inTransaction(async (tx) => {
		const [ended] = await tx.session.updateManyAndReturn({
			where: { tokenHash: hashToken(token), revokedAt: null },
			data: { revokedAt: new Date() },
			select: { id: true, address: true, user: { select: { id: true, name: true } } },
		});
		if (!ended) return;
		await recordAudit(tx, {
			actor: { userId: ended.user.id, label: ended.user.name, organisationId: null, address: ended.address },
			action: "session.close",
			subjectType: "session",
			subjectId: ended.id,
		});
	});
}
