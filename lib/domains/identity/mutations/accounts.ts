import "server-only";
import type { Role } from "@/lib/platform/access/permissions";
import { type Actor, systemActor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction, type Tx } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { rolesGivenBy } from "../policy/membership";
import { checkPassword, type PasswordProblem, personalWords } from "../rules/check-password";
import { hashPassword } from "./passwords";

type NewUser = {
	email: string;
	name: string;
	passwordHash: string;
	emailVerifiedAt: Date | null;
	locale?: string;
	isDemo?: boolean;
};

/** A new user; null when the address has an account, also one that is being opened at this moment. */
export async function insertUser(tx: Tx, values: NewUser) {
	const [user] = await tx.user.createManyAndReturn({
		data: [
			{
				id: newId("usr"),
				email: values.email,
				name: values.name,
				passwordHash: values.passwordHash,
				emailVerifiedAt: values.emailVerifiedAt,
				locale: values.locale,
				isDemo: values.isDemo,
			},
		],
		skipDuplicates: true,
	});
	return user ?? null;
}

/**
 * A confirmed user with a role in an organisation, without mail: for the command line and the demo.
 * `passwordHash` comes from `hashPassword`, so that many accounts can share one.
 */
export async function createUserWithRole(
	tx: Tx,
	values: Omit<NewUser, "emailVerifiedAt"> & { organisationId: string; role: Role },
	actor: Actor = systemActor("seed"),
): Promise<Outcome<{ userId: string }, "EMAIL_TAKEN" | "ROLE_DOES_NOT_FIT">> {
	const organisation = await tx.organisation.findUniqueOrThrow({ where: { id: values.organisationId } });
	if (!rolesGivenBy(organisation.kind).includes(values.role)) return refuse("ROLE_DOES_NOT_FIT");
	const email = values.email.trim().toLowerCase();
	const user = await insertUser(tx, { ...values, email, emailVerifiedAt: new Date() });
	if (!user) return refuse("EMAIL_TAKEN");
	await tx.membership.create({
		data: {
			id: newId("mem"),
			userId: user.id,
			organisationId: organisation.id,
			organisationKind: organisation.kind,
			role: values.role,
		},
	});
	await recordAudit(tx, {
		actor,
		action: "user.create",
		subjectType: "user",
		subjectId: user.id,
		organisationId: organisation.id,
		after: { email, role: values.role },
	});
	return { ok: true, userId: user.id };
}

/** The platform's own organisation, opened on first use; two administrators added at once get the same one. */
async function openPlatform(tx: Tx, name: string): Promise<string> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('platform-organisation', 0))`;
	const existing = await tx.organisation.findFirst({ where: { kind: "PLATFORM" }, orderBy: { id: "asc" } });
	if (existing) return existing.id;
	const id = newId("org");
	await tx.organisation.create({ data: { id, kind: "PLATFORM", name } });
	return id;
}

/** For `portal user add`: an administrator who can sign in at once, and the platform's organisation with the first. */
export async function createAdministrator(values: {
	email: string;
	name: string;
	password: string;
}): Promise<Outcome<{ userId: string }, "EMAIL_TAKEN" | "ROLE_DOES_NOT_FIT" | PasswordProblem>> {
	const problem = checkPassword(values.password, personalWords(values));
	if (problem) return refuse(problem);
	const passwordHash = await hashPassword(values.password);
	return inTransaction(async (tx) => {
		const organisationId = await openPlatform(tx, "造风者运营中心");
		const role = "admin";
		return createUserWithRole(
			tx,
			{ ...values, passwordHash, organisationId, role },
			systemActor("cli:user-add"),
		);
	});
}
