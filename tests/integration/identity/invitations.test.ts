import { expect, test } from "vitest";
import { findInvitation, listOpenInvitations } from "@/lib/domains/identity/data/invitations";
import {
	acceptAsNewUser,
	acceptAsSelf,
	acceptWithPassword,
} from "@/lib/domains/identity/mutations/accept-invitation";
import { inviteMember, revokeInvitation } from "@/lib/domains/identity/mutations/invitations";
import { hashPassword } from "@/lib/domains/identity/mutations/passwords";
import { db } from "@/lib/platform/db/client";
import { findLiveSession } from "@/lib/platform/session/session-row";
import { createMember, createSession, createUser } from "@/tests/factories/identity";

const password = "Gale7-ridge-over-lake";
let next = 1;
const newEmail = () => `guest${next++}@invited.test`;
const newAddress = () => `198.51.100.${next++}`;

async function inviteFrom(owner: Awaited<ReturnType<typeof createMember<"partner_owner">>>, email: string) {
	const outcome = await inviteMember(owner.scope, { email, role: "partner_member", locale: "zh-CN" });
	if (!outcome.ok) throw new Error(outcome.reason);
	const mail = await db().mailMessage.findUniqueOrThrow({
		where: { key: `invitation:${outcome.invitationId}` },
	});
	const token = decodeURIComponent(/token=([\w%-]+)/.exec(mail.text)?.[1] ?? "");
	return { invitationId: outcome.invitationId, token, mail };
}

function asNew(token: string) {
	return acceptAsNewUser({ token, name: "沈和", password, locale: "zh-CN" }, null);
}

test("a new person joins with an account that is confirmed at once", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const email = newEmail();
	const { token, mail } = await inviteFrom(owner, email);
	expect(mail.subject).toBe("王小风 邀请您加入「测试机构」");
	expect(await findInvitation(token)).toMatchObject({ email, role: "partner_member", hasAccount: false });
	expect(await asNew(token)).toEqual({ ok: true, organisationId: owner.organisation.id, email });
	const user = await db().user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
	expect(user.emailVerifiedAt).not.toBeNull();
	expect(user.memberships).toMatchObject([{ organisationId: owner.organisation.id, role: "partner_member" }]);
	expect(await asNew(token)).toEqual({ ok: false, reason: "TOKEN_INVALID" });
	expect(await findInvitation(token)).toBeNull();
});

test("of many acceptances at once one succeeds", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const email = newEmail();
	const { token } = await inviteFrom(owner, email);
	const outcomes = await Promise.all(Array.from({ length: 6 }, () => asNew(token)));
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	expect(await db().user.count({ where: { email } })).toBe(1);
	expect(
		await db().auditEntry.count({
			where: { action: "invitation.accept", organisationId: owner.organisation.id },
		}),
	).toBe(1);
});

test("a person with an account joins a second organisation by password", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const user = await createUser({ email: newEmail(), passwordHash: await hashPassword(password) });
	const { token } = await inviteFrom(owner, user.email);
	expect(await asNew(token)).toEqual({ ok: false, reason: "ACCOUNT_EXISTS" });
	const wrong = await acceptWithPassword({ token, password: "something else 1" }, newAddress());
	expect(wrong).toEqual({ ok: false, reason: "CREDENTIALS_WRONG" });
	expect((await acceptWithPassword({ token, password }, newAddress())).ok).toBe(true);
	expect(await db().membership.count({ where: { userId: user.id } })).toBe(1);
});

test("a signed-in person joins as themselves, and only with the invited address", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const invited = await createMember({ role: "brand_manager" });
	const stranger = await createMember({ role: "brand_manager" });
	const { token } = await inviteFrom(owner, invited.user.email);
	const foreign = await createSession(stranger.user.id);
	const wrong = await acceptAsSelf(stranger.scope, foreign.session.id, token);
	expect(wrong).toEqual({ ok: false, reason: "WRONG_ACCOUNT" });

	const own = await createSession(invited.user.id);
	expect((await acceptAsSelf(invited.scope, own.session.id, token)).ok).toBe(true);
	const session = await findLiveSession(own.token);
	expect(session?.activeOrganisationId).toBe(owner.organisation.id);
	expect(session?.memberships.map((row) => row.role)).toEqual(["brand_manager", "partner_member"]);
});

test("an open invitation is not doubled; a member, a foreign role and a revoked link are refused", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const email = newEmail();
	const again = () => inviteMember(owner.scope, { email, role: "partner_member", locale: "en" });
	const outcomes = await Promise.all([again(), again(), again()]);
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "ALREADY_INVITED")).toHaveLength(2);
	expect(await db().mailMessage.count({ where: { recipient: email } })).toBe(1);

	const self = { email: owner.user.email, role: "partner_owner", locale: "en" } as const;
	expect(await inviteMember(owner.scope, self)).toEqual({ ok: false, reason: "ALREADY_MEMBER" });
	const foreignRole = await inviteMember(owner.scope, { email: newEmail(), role: "admin", locale: "en" });
	expect(foreignRole).toEqual({ ok: false, reason: "ROLE_DOES_NOT_FIT" });
});

test("a revoked invitation is dead; another organisation can neither see nor revoke it", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const stranger = await createMember({ role: "partner_owner" });
	const { token, invitationId } = await inviteFrom(owner, newEmail());
	expect(await listOpenInvitations(stranger.scope)).toEqual([]);
	await expect(revokeInvitation(stranger.scope, invitationId)).rejects.toThrow("NOT_FOUND");
	expect(await listOpenInvitations(owner.scope)).toHaveLength(1);
	expect(await revokeInvitation(owner.scope, invitationId)).toEqual({ ok: true });
	await expect(revokeInvitation(owner.scope, invitationId)).rejects.toThrow("NOT_FOUND");
	expect(await asNew(token)).toEqual({ ok: false, reason: "TOKEN_INVALID" });
});

test("an expired invitation is refused and can be sent anew", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const email = newEmail();
	const { token, invitationId } = await inviteFrom(owner, email);
	await db().invitation.update({
		where: { id: invitationId },
		data: { expiresAt: new Date(Date.now() - 1_000) },
	});
	expect(await asNew(token)).toEqual({ ok: false, reason: "TOKEN_INVALID" });
	const { token: fresh } = await inviteFrom(owner, email);
	expect((await asNew(fresh)).ok).toBe(true);
});

test("a plain member does not see invitations", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const member = await createMember({ role: "partner_member", organisationId: owner.organisation.id });
	await inviteFrom(owner, newEmail());
	expect(await listOpenInvitations(member.scope)).toEqual([]);
});
