import { expect, test } from "vitest";
import { listSignIns } from "@/lib/domains/identity/data/accounts";
import { changeRole, removeMember } from "@/lib/domains/identity/mutations/members";
import {
	revokeOtherSessions,
	revokeSession,
	switchOrganisation,
} from "@/lib/domains/identity/mutations/sessions";
import { deactivateUser, reactivateUser } from "@/lib/domains/identity/mutations/users";
import { db } from "@/lib/platform/db/client";
import { findLiveSession } from "@/lib/platform/session/session-row";
import { createMember, createSession } from "@/tests/factories/identity";

test("an unknown token, an idle, an expired and a revoked session are no sessions", async () => {
	const { user } = await createMember({ role: "partner_owner" });
	expect(await findLiveSession("unknown")).toBeNull();
	for (const change of [
		{ lastSeenAt: new Date(Date.now() - 13 * 3_600_000) },
		{ expiresAt: new Date(Date.now() - 1_000) },
		{ revokedAt: new Date() },
	]) {
		const { token, session } = await createSession(user.id);
		expect(await findLiveSession(token)).not.toBeNull();
		await db().session.update({ where: { id: session.id }, data: change });
		expect(await findLiveSession(token)).toBeNull();
	}
});

test("a deactivated user is out at the next request, and stays out with the old session after reactivation", async () => {
	const admin = await createMember({ role: "admin" });
	const { user } = await createMember({ role: "partner_owner" });
	const { token } = await createSession(user.id);
	expect(await deactivateUser(admin.scope, { id: user.id, reason: "违规" })).toEqual({ ok: true });
	expect(await findLiveSession(token)).toBeNull();
	expect(await reactivateUser(admin.scope, user.id)).toEqual({ ok: true });
	expect(await findLiveSession(token)).toBeNull();
	const rows = await db().auditEntry.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
	expect(rows.map((row) => [row.action, row.reason])).toEqual([
		["user.deactivate", "违规"],
		["user.reactivate", null],
	]);
});

test("a changed role and a removed membership end the person's sessions", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const colleague = await createMember({ role: "partner_member", organisationId: owner.organisation.id });
	const first = await createSession(colleague.user.id);
	const membershipId = colleague.membership.id;
	await changeRole(owner.scope, { membershipId, from: "partner_member", to: "partner_owner" });
	expect(await findLiveSession(first.token)).toBeNull();
	const second = await createSession(colleague.user.id);
	await removeMember(owner.scope, membershipId);
	expect(await findLiveSession(second.token)).toBeNull();
});

test("a person ends their own sign-ins, one or all others, and nobody else's", async () => {
	const one = await createMember({ role: "partner_owner" });
	const other = await createMember({ role: "partner_owner" });
	const [here, phone, old] = await Promise.all([1, 2, 3].map(() => createSession(one.user.id)));
	const foreign = await createSession(other.user.id);
	if (!here || !phone || !old) throw new Error("three sessions");

	await expect(revokeSession(one.scope, foreign.session.id)).rejects.toThrow("NOT_FOUND");
	expect(await revokeSession(one.scope, phone.session.id)).toEqual({ ok: true });
	await expect(revokeSession(one.scope, phone.session.id)).rejects.toThrow("NOT_FOUND");
	expect((await listSignIns(one.scope)).map((row) => row.id).sort()).toEqual(
		[here.session.id, old.session.id].sort(),
	);

	expect(await revokeOtherSessions(one.scope, here.session.id)).toEqual({ ok: true, count: 1 });
	expect(await findLiveSession(old.token)).toBeNull();
	expect(await findLiveSession(here.token)).not.toBeNull();
	expect(await findLiveSession(foreign.token)).not.toBeNull();
});

test("a person switches only between organisations they belong to", async () => {
	const one = await createMember({ role: "partner_owner" });
	const second = await createMember({ role: "brand_manager", userId: one.user.id });
	const stranger = await createMember({ role: "partner_owner" });
	const { token, session } = await createSession(one.user.id);

	const outcome = await switchOrganisation(one.scope, session.id, second.organisation.id);
	expect(outcome).toEqual({ ok: true, role: "brand_manager" });
	expect((await findLiveSession(token))?.activeOrganisationId).toBe(second.organisation.id);
	await expect(switchOrganisation(one.scope, session.id, stranger.organisation.id)).rejects.toThrow(
		"NOT_FOUND",
	);
	await expect(switchOrganisation(stranger.scope, session.id, stranger.organisation.id)).rejects.toThrow(
		"NOT_FOUND",
	);
});
