import "server-only";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, inTransaction } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { mailDoorLimits } from "../constants";
import { isTokenUsable } from "../data/accounts";
import { checkPassword, personalWords } from "../rules/check-password";
import { takeAttempt } from "./attempts";
import { mailPasswordChanged, mailPasswordReset } from "./mails";
import { hashPassword } from "./passwords";
import { consumeToken, issueToken } from "./tokens";

/** Mails a link that sets a new password, if the address has an active account; the answer is the same either way. */
export async function requestPasswordReset(
	email: string,
	address: string | null,
): Promise<Outcome<object, "TOO_MANY_ATTEMPTS">> {
	const attempt = await takeAttempt({ purpose: "password-reset", email, address, limits: mailDoorLimits });
	if (attempt === null) return refuse("TOO_MANY_ATTEMPTS");
	const user = await db().user.findFirst({ where: { email, status: "ACTIVE" } });
	if (user) {
		await inTransaction(async (tx) =>
			mailPasswordReset(tx, user, await issueToken(tx, user.id, "PASSWORD_RESET")),
		);
	}
	return { ok: true };
}

class PasswordRefused extends Error {}

/**
 * Sets a new password with a mailed token. Every session of the person ends, and the address counts as confirmed, because
 * the link was read there.
 */
export async function resetPassword(
	input: { token: string; password: string },
	address: string | null,
): Promise<Outcome<{ email: string }, "TOKEN_INVALID" | "INPUT_INVALID">> {
	if (!(await isTokenUsable("PASSWORD_RESET", input.token))) return refuse("TOKEN_INVALID");
	const passwordHash = await hashPassword(input.password);
	try {
		return await inTransaction(async (tx) => {
			const userId = await consumeToken(tx, "PASSWORD_RESET", input.token);
			const before = userId ? await tx.user.findFirst({ where: { id: userId, status: "ACTIVE" } }) : null;
			if (!before) return refuse("TOKEN_INVALID");
			// Thrown, not returned: the token must stay usable for a second, better password.
			if (checkPassword(input.password, personalWords(before))) throw new PasswordRefused();
			const now = new Date();
			await tx.user.update({
				where: { id: before.id },
				data: {
					passwordHash,
					emailVerifiedAt: before.emailVerifiedAt ?? now,
					roleVersion: { increment: 1 },
				},
			});
			const { count } = await tx.session.updateMany({
				where: { userId: before.id, revokedAt: null },
				data: { revokedAt: now },
			});
			await mailPasswordChanged(tx, before, `${before.id}:${before.roleVersion + 1}`);
			await recordAudit(tx, {
				actor: { userId: before.id, label: before.name, organisationId: null, address },
				action: "user.reset-password",
				subjectType: "user",
				subjectId: before.id,
				after: { sessionsEnded: count },
			});
			return { ok: true as const, email: before.email };
		});
	} catch (error) {
		if (!(error instanceof PasswordRefused)) throw error;
		return refuse("INPUT_INVALID", { fieldErrors: { password: "PASSWORD_IS_PERSONAL" } });
	}
}
