import "server-only";
import type { z } from "zod";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, inTransaction, type Tx } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { mailDoorLimits } from "../constants";
import type { registerSchema } from "../schema";
import { insertUser } from "./accounts";
import { takeAttempt } from "./attempts";
import { mailAlreadyRegistered, mailConfirmation, mailStillUnconfirmed } from "./mails";
import { hashPassword } from "./passwords";
import { consumeToken, issueToken } from "./tokens";

/**
 * Opens an account with its partner organisation, unconfirmed. An address that has an account already gets another mail
 * and the caller the same answer, so that nobody learns from this page who is registered.
 */
export async function registerPartner(
	input: z.output<typeof registerSchema>,
	address: string | null,
): Promise<Outcome<object, "TOO_MANY_ATTEMPTS">> {
	const attempt = await takeAttempt({
		purpose: "registration",
		email: input.email,
		address,
		limits: mailDoorLimits,
	});
	if (attempt === null) return refuse("TOO_MANY_ATTEMPTS");
	const passwordHash = await hashPassword(input.password);
	await inTransaction(async (tx) => {
		const user = await insertUser(tx, { ...input, passwordHash, emailVerifiedAt: null });
		if (user) await openPartner(tx, user, input.company, address);
		else await answerKnownAddress(tx, input.email, attempt);
	});
	return { ok: true };
}

async function openPartner(
	tx: Tx,
	user: { id: string; email: string; name: string; locale: string },
	company: string,
	address: string | null,
): Promise<void> {
	const organisationId = newId("org");
	await tx.organisation.create({ data: { id: organisationId, kind: "PARTNER", name: company } });
	await tx.membership.create({
		data: {
			id: newId("mem"),
			userId: user.id,
			organisationId,
			organisationKind: "PARTNER",
			role: "partner_owner",
		},
	});
	await mailConfirmation(tx, user, await issueToken(tx, user.id, "EMAIL_CONFIRMATION"));
	await recordAudit(tx, {
		actor: { userId: user.id, label: user.name, organisationId, address },
		action: "user.register",
		subjectType: "user",
		subjectId: user.id,
		after: { email: user.email, organisationId, company, role: "partner_owner" },
	});
}

async function answerKnownAddress(tx: Tx, email: string, attempt: bigint): Promise<void> {
	const known = await tx.user.findUniqueOrThrow({ where: { email } });
	if (known.status !== "ACTIVE") return;
	if (known.emailVerifiedAt) await mailAlreadyRegistered(tx, known, `${known.id}:${attempt}`);
	else await mailStillUnconfirmed(tx, known, await issueToken(tx, known.id, "PASSWORD_RESET"));
}

/** Sends the confirmation again, if there is anything to confirm; the answer is the same either way. */
export async function resendConfirmation(
	email: string,
	address: string | null,
): Promise<Outcome<object, "TOO_MANY_ATTEMPTS">> {
	const attempt = await takeAttempt({ purpose: "confirmation", email, address, limits: mailDoorLimits });
	if (attempt === null) return refuse("TOO_MANY_ATTEMPTS");
	const user = await db().user.findFirst({ where: { email, status: "ACTIVE", emailVerifiedAt: null } });
	if (user) {
		await inTransaction(async (tx) =>
			mailConfirmation(tx, user, await issueToken(tx, user.id, "EMAIL_CONFIRMATION")),
		);
	}
	return { ok: true };
}

/** Confirms the address a token was mailed to. */
export async function confirmEmail(
	token: string,
	address: string | null,
): Promise<Outcome<{ email: string }, "TOKEN_INVALID">> {
	return inTransaction(async (tx) => {
		const userId = await consumeToken(tx, "EMAIL_CONFIRMATION", token);
		if (!userId) return refuse("TOKEN_INVALID");
		const [user] = await tx.user.updateManyAndReturn({
			where: { id: userId, emailVerifiedAt: null },
			data: { emailVerifiedAt: new Date() },
			select: { email: true, name: true },
		});
		if (!user) return refuse("TOKEN_INVALID");
		await recordAudit(tx, {
			actor: { userId, label: user.name, organisationId: null, address },
			action: "user.confirm-email",
			subjectType: "user",
			subjectId: userId,
			after: { email: user.email },
		});
		return { ok: true, email: user.email };
	});
}
