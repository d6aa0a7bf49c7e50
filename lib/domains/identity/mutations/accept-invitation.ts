import "server-only";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, inTransaction, type Tx } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Scope } from "@/lib/platform/session/scope";
import { hashToken } from "@/lib/platform/session/session-row";
import { findInvitation } from "../data/invitations";
import { checkPassword, personalWords } from "../rules/check-password";
import { insertUser } from "./accounts";
import { hashPassword } from "./passwords";
import { checkCredentials } from "./sign-in";

type Joined = { organisationId: string; email: string };
type AcceptRefusal = "TOKEN_INVALID" | "WRONG_ACCOUNT" | "ACCOUNT_EXISTS" | "INPUT_INVALID";

/** Takes the invitation for one person. Only one call ever succeeds: the row is claimed before anything else happens. */
async function claim(tx: Tx, token: string) {
	const [invitation] = await tx.invitation.updateManyAndReturn({
		where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
		data: { acceptedAt: new Date() },
		include: { organisation: { select: { kind: true } } },
	});
	return invitation ?? null;
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

async function join(
	tx: Tx,
	invitation: Claimed,
	user: { id: string; name: string },
	address: string | null,
): Promise<void> {
	await tx.membership.createMany({
		data: [
			{
				id: newId("mem"),
				userId: user.id,
				organisationId: invitation.organisationId,
				organisationKind: invitation.organisation.kind,
				role: invitation.role,
			},
		],
		skipDuplicates: true,
	});
	await recordAudit(tx, {
		actor: { userId: user.id, label: user.name, organisationId: invitation.organisationId, address },
		action: "invitation.accept",
		subjectType: "invitation",
		subjectId: invitation.id,
		after: { userId: user.id, role: invitation.role },
	});
}

/** Rolls the claim back: thrown inside the transaction, answered outside. */
class NotForThisPerson extends Error {
	readonly reason: AcceptRefusal;

	constructor(reason: AcceptRefusal) {
		super(reason);
		this.reason = reason;
	}
}

async function answering(
	work: () => Promise<Outcome<Joined, AcceptRefusal>>,
): Promise<Outcome<Joined, AcceptRefusal>> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof NotForThisPerson) return refuse(error.reason);
		throw error;
	}
}

/** Opens an account for the invited address, confirmed because the link was read there, and joins it. */
export async function acceptAsNewUser(
	input: { token: string; name: string; password: string; locale: string },
	address: string | null,
): Promise<Outcome<Joined, AcceptRefusal>> {
	const preview = await findInvitation(input.token);
	if (!preview) return refuse("TOKEN_INVALID");
	if (checkPassword(input.password, personalWords({ ...input, email: preview.email }))) {
		return refuse("INPUT_INVALID", { fieldErrors: { password: "PASSWORD_IS_PERSONAL" } });
	}
	const passwordHash = await hashPassword(input.password);
	return answering(() =>
		inTransaction(async (tx) => {
			const invitation = await claim(tx, input.token);
			if (!invitation) return refuse("TOKEN_INVALID");
			const { name, locale } = input;
			const { email } = invitation;
			const user = await insertUser(tx, { email, name, locale, passwordHash, emailVerifiedAt: new Date() });
			if (!user) throw new NotForThisPerson("ACCOUNT_EXISTS");
			await join(tx, invitation, user, address);
			return { ok: true, organisationId: invitation.organisationId, email };
		}),
	);
}

/** Joins with an account that exists, by its password; counted like any sign-in. */
export async function acceptWithPassword(
	input: { token: string; password: string },
	address: string | null,
): Promise<Outcome<Joined>> {
	const preview = await findInvitation(input.token);
	if (!preview) return refuse("TOKEN_INVALID");
	const checked = await checkCredentials({ email: preview.email, password: input.password, address });
	if (!checked.ok) return checked;
	const { user } = checked;
	return inTransaction(async (tx) => {
		const invitation = await claim(tx, input.token);
		if (!invitation) return refuse("TOKEN_INVALID");
		if (!user.emailVerifiedAt) {
			await tx.user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date() } });
		}
		await join(tx, invitation, user, address);
		return { ok: true, organisationId: invitation.organisationId, email: user.email };
	});
}

/** Joins as the signed-in person, whose address must be the invited one, and makes the organisation the active one. */
export async function acceptAsSelf(
	scope: Scope,
	sessionId: string,
	token: string,
): Promise<Outcome<Joined, AcceptRefusal>> {
	const user = await db().user.findUnique({ where: { id: scope.userId } });
	if (!user) throw new AppError("NOT_FOUND");
	return answering(() =>
		inTransaction(async (tx) => {
			const invitation = await claim(tx, token);
			if (!invitation) return refuse("TOKEN_INVALID");
			if (invitation.email !== user.email) throw new NotForThisPerson("WRONG_ACCOUNT");
			await join(tx, invitation, user, scope.address);
			const { organisationId } = invitation;
			await tx.session.updateMany({
				where: { id: sessionId, userId: user.id },
				data: { activeOrganisationId: organisationId },
			});
			return { ok: true, organisationId, email: user.email };
		}),
	);
}
