import { expect, test } from "vitest";
import { confirmEmail, registerPartner, resendConfirmation } from "@/lib/domains/identity/mutations/register";
import { requestPasswordReset, resetPassword } from "@/lib/domains/identity/mutations/reset-password";
import { signIn } from "@/lib/domains/identity/mutations/sign-in";
import { db } from "@/lib/platform/db/client";
import { findLiveSession } from "@/lib/platform/session/session-row";
import { createMember, createSession } from "@/tests/factories/identity";

const password = "Gale7-ridge-over-lake";
let nextHost = 1;
const newAddress = () => `198.51.100.${nextHost++}`;

function registration(email: string, values: { password?: string; locale?: "zh-CN" | "en" } = {}) {
	return { company: "青蘋科技", name: "林青", email, password, locale: "zh-CN" as const, ...values };
}

function mailsTo(recipient: string) {
	return db().mailMessage.findMany({ where: { recipient }, orderBy: { id: "asc" } });
}

async function lastToken(recipient: string): Promise<string> {
	const mail = (await mailsTo(recipient)).at(-1);
	const token = /token=([\w%-]+)/.exec(mail?.text ?? "")?.[1];
	if (!token) throw new Error(`no link in the mail to ${recipient}`);
	return decodeURIComponent(token);
}

function trySignIn(email: string, given = password) {
	return signIn({ email, password: given, address: newAddress(), userAgent: null });
}

test("from registration to the first sign-in", async () => {
	const email = "lin@partner.test";
	expect(await registerPartner(registration(email, { locale: "en" }), newAddress())).toEqual({ ok: true });
	expect(await trySignIn(email)).toEqual({ ok: false, reason: "EMAIL_UNCONFIRMED" });

	const [mail] = await mailsTo(email);
	expect(mail?.subject).toBe("Please confirm your e-mail address");
	expect(mail?.text).toContain("http://localhost:3000/confirm-email?token=");
	const token = await lastToken(email);
	expect(await confirmEmail(token, null)).toEqual({ ok: true, email });
	expect(await confirmEmail(token, null)).toEqual({ ok: false, reason: "TOKEN_INVALID" });

	const signedIn = await trySignIn(email);
	if (!signedIn.ok) throw new Error(signedIn.reason);
	const session = await findLiveSession(signedIn.token);
	expect(session?.memberships).toMatchObject([{ organisationName: "青蘋科技", role: "partner_owner" }]);
	const audit = await db().auditEntry.findMany({
		where: { subjectId: signedIn.userId },
		orderBy: { id: "asc" },
	});
	expect(audit.map((row) => row.action)).toEqual(["user.register", "user.confirm-email"]);
	expect(JSON.stringify(audit.map((row) => row.after))).not.toMatch(/argon2|token/);
});

test("an address that has an account gets another mail, and the page the same answer", async () => {
	const { user } = await createMember({ role: "partner_owner" });
	expect(await registerPartner(registration(user.email), newAddress())).toEqual({ ok: true });
	const mails = await mailsTo(user.email);
	expect(mails.map((mail) => mail.subject)).toEqual(["您已经有造风者账号了"]);
	expect(mails[0]?.text).not.toContain("token=");
	expect(await db().membership.count({ where: { userId: user.id } })).toBe(1);
});

test("registering twice before confirming: only a password set through the mail counts", async () => {
	const email = "contested@partner.test";
	await registerPartner(registration(email, { password: "Squatter-9-squall" }), newAddress());
	await registerPartner(registration(email), newAddress());
	expect(await resetPassword({ token: await lastToken(email), password }, null)).toEqual({ ok: true, email });
	expect((await trySignIn(email, "Squatter-9-squall")).ok).toBe(false);
	expect((await trySignIn(email)).ok).toBe(true);
	expect(await db().organisation.count({ where: { memberships: { some: { user: { email } } } } })).toBe(1);
});

test("two registrations of one address at the same moment open one account", async () => {
	const email = "twice@partner.test";
	const outcomes = await Promise.all([1, 2].map(() => registerPartner(registration(email), newAddress())));
	expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
	expect(await db().user.count({ where: { email } })).toBe(1);
	expect(await db().membership.count({ where: { user: { email } } })).toBe(1);
});

test("a new confirmation link replaces the old one; a confirmed or unknown address gets none", async () => {
	const email = "again@partner.test";
	await registerPartner(registration(email), newAddress());
	const first = await lastToken(email);
	expect(await resendConfirmation(email, newAddress())).toEqual({ ok: true });
	const second = await lastToken(email);
	expect(await confirmEmail(first, null)).toEqual({ ok: false, reason: "TOKEN_INVALID" });
	expect((await confirmEmail(second, null)).ok).toBe(true);
	const before = (await mailsTo(email)).length;
	expect(await resendConfirmation(email, newAddress())).toEqual({ ok: true });
	expect(await resendConfirmation("unknown@partner.test", newAddress())).toEqual({ ok: true });
	expect((await mailsTo(email)).length).toBe(before);
	expect(await mailsTo("unknown@partner.test")).toEqual([]);
});

test("mail doors are limited, whether the account exists or not", async () => {
	for (const email of ["flood@partner.test", (await createMember({ role: "partner_owner" })).user.email]) {
		for (let count = 0; count < 3; count++) {
			expect(await requestPasswordReset(email, newAddress())).toEqual({ ok: true });
		}
		expect(await requestPasswordReset(email, newAddress())).toEqual({
			ok: false,
			reason: "TOO_MANY_ATTEMPTS",
		});
	}
});

test("a new password ends every session, and its link works once", async () => {
	const { user } = await createMember({ role: "partner_owner" });
	const { token: sessionToken } = await createSession(user.id);
	await requestPasswordReset(user.email, newAddress());
	const token = await lastToken(user.email);
	const outcomes = await Promise.all([1, 2, 3].map(() => resetPassword({ token, password }, null)));
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	expect(await findLiveSession(sessionToken)).toBeNull();
	expect((await trySignIn(user.email)).ok).toBe(true);
	expect((await mailsTo(user.email)).map((mail) => mail.subject)).toContain("您的造风者密码已更改");
	const after = await db().user.findUniqueOrThrow({ where: { id: user.id } });
	expect(after.roleVersion).toBe(user.roleVersion + 1);
});

test("a password with the person's own name is refused, and the link can be used again", async () => {
	const { user } = await createMember({ role: "partner_owner" });
	await requestPasswordReset(user.email, newAddress());
	const token = await lastToken(user.email);
	const personal = `${user.email.split("@")[0]}-Aa1`;
	const refused = await resetPassword({ token, password: personal }, null);
	expect(refused).toMatchObject({ ok: false, fieldErrors: { password: "PASSWORD_IS_PERSONAL" } });
	expect((await resetPassword({ token, password }, null)).ok).toBe(true);
});

test("an expired link and one of another kind are refused", async () => {
	const email = "late@partner.test";
	await registerPartner(registration(email), newAddress());
	const token = await lastToken(email);
	expect(await resetPassword({ token, password }, null)).toEqual({ ok: false, reason: "TOKEN_INVALID" });
	await db().accountToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
	expect(await confirmEmail(token, null)).toEqual({ ok: false, reason: "TOKEN_INVALID" });
});

test("a deactivated user gets no reset mail and cannot use an earlier one", async () => {
	const { user } = await createMember({ role: "partner_owner" });
	await requestPasswordReset(user.email, newAddress());
	const token = await lastToken(user.email);
	await db().user.update({ where: { id: user.id }, data: { status: "DEACTIVATED" } });
	expect(await resetPassword({ token, password }, null)).toEqual({ ok: false, reason: "TOKEN_INVALID" });
	await requestPasswordReset(user.email, newAddress());
	expect(await mailsTo(user.email)).toHaveLength(1);
});
