import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/domains/identity/mutations/passwords";
import { signIn, signOut } from "@/lib/domains/identity/mutations/sign-in";
import { db } from "@/lib/platform/db/client";
import { findLiveSession, hashToken } from "@/lib/platform/session/session-row";
import { createMember, createUser } from "@/tests/factories/identity";

const password = "Gale7-ridge-over-lake";
const passwordHash = await hashPassword(password);
let nextHost = 1;

/** An address of its own, so that tests do not use up each other's budget. */
function newAddress(): string {
	return `198.51.100.${nextHost++}`;
}

type Account = Parameters<typeof createUser>[0];

async function createAccount(values: Account = {}) {
	const { user } = await createMember({ role: "partner_owner" });
	return db().user.update({ where: { id: user.id }, data: { passwordHash, ...values } });
}

function attempt(email: string, values: { password?: string; address?: string } = {}) {
	return signIn({ email, password, address: newAddress(), userAgent: "test", ...values });
}

test("hashes are argon2id with the parameters of the security floor", async () => {
	expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await verifyPassword(passwordHash, password)).toBe(true);
	expect(await verifyPassword(passwordHash, `${password} `)).toBe(false);
	expect(await verifyPassword(null, "no account has this password")).toBe(false);
	expect(await verifyPassword("none", password)).toBe(false);
});

test("the right password opens a session, of which only the token's hash is kept", async () => {
	const user = await createAccount();
	const outcome = await attempt(user.email);
	if (!outcome.ok) throw new Error(outcome.reason);
	expect(Buffer.from(outcome.token, "base64url")).toHaveLength(32);
	const row = await db().session.findUniqueOrThrow({ where: { tokenHash: hashToken(outcome.token) } });
	expect(JSON.stringify(row)).not.toContain(outcome.token);
	expect((await findLiveSession(outcome.token))?.userId).toBe(user.id);
	expect(await db().auditEntry.count({ where: { action: "session.open", subjectId: row.id } })).toBe(1);
});

test("signing out ends the session once", async () => {
	const user = await createAccount();
	const outcome = await attempt(user.email);
	if (!outcome.ok) throw new Error(outcome.reason);
	await signOut(outcome.token);
	await signOut(outcome.token);
	expect(await findLiveSession(outcome.token)).toBeNull();
	expect(await db().auditEntry.count({ where: { action: "session.close", actorUserId: user.id } })).toBe(1);
});

test("a wrong password and an unknown account get the same answer", async () => {
	const user = await createAccount();
	const wrong = await attempt(user.email, { password: "something else 1" });
	const unknown = await attempt("nobody@example.test");
	expect(wrong).toEqual({ ok: false, reason: "CREDENTIALS_WRONG" });
	expect(unknown).toEqual(wrong);
});

test.each([
	["ACCOUNT_DEACTIVATED", { status: "DEACTIVATED" }],
	["EMAIL_UNCONFIRMED", { emailVerifiedAt: null }],
] as const)("%s is told to the right password only", async (reason, values) => {
	const user = await createAccount(values);
	expect(await attempt(user.email)).toEqual({ ok: false, reason });
	const wrong = await attempt(user.email, { password: "something else 1" });
	expect(wrong).toEqual({ ok: false, reason: "CREDENTIALS_WRONG" });
	expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
});

test("a person without any organisation cannot come in", async () => {
	const user = await createUser({ passwordHash });
	expect(await attempt(user.email)).toEqual({ ok: false, reason: "NO_ORGANISATION" });
});

test("after five failures the account is closed for a while, to the right password too", async () => {
	const user = await createAccount();
	for (let failure = 0; failure < 5; failure++) await attempt(user.email, { password: "something else 1" });
	expect(await attempt(user.email)).toEqual({ ok: false, reason: "TOO_MANY_ATTEMPTS" });
	await db().$executeRaw`UPDATE sign_in_attempts SET at = at - interval '16 minutes'`;
	expect((await attempt(user.email)).ok).toBe(true);
});

test("a success clears the account's failures", async () => {
	const user = await createAccount();
	for (let round = 0; round < 2; round++) {
		for (let failure = 0; failure < 4; failure++) await attempt(user.email, { password: "something else 1" });
		expect((await attempt(user.email)).ok).toBe(true);
	}
});

test("an address is limited across accounts, and a success of its own does not clear it", async () => {
	const address = "2001:db8:77:1::5";
	const own = await createAccount();
	for (let failure = 0; failure < 20; failure++) {
		if (failure === 10) expect((await attempt(own.email, { address })).ok).toBe(true);
		await attempt(`guess${failure}@example.test`, { address });
	}
	expect(await attempt(own.email, { address })).toEqual({ ok: false, reason: "TOO_MANY_ATTEMPTS" });
	const sameNetwork = await attempt(own.email, { address: "2001:db8:77:1:ffff::9" });
	expect(sameNetwork).toEqual({ ok: false, reason: "TOO_MANY_ATTEMPTS" });
	expect((await attempt(own.email)).ok).toBe(true);
});

test("attempts made at once cannot share the last place", async () => {
	const user = await createAccount();
	const outcomes = await Promise.all(
		Array.from({ length: 12 }, () => attempt(user.email, { password: "something else 1" })),
	);
	const tried = outcomes.filter((outcome) => !outcome.ok && outcome.reason === "CREDENTIALS_WRONG");
	expect(tried).toHaveLength(5);
});
