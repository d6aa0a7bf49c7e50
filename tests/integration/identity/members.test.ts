import { expect, test } from "vitest";
import { listMembers } from "@/lib/domains/identity/data/members";
import { changeRole, removeMember } from "@/lib/domains/identity/mutations/members";
import { deactivateUser, reactivateUser } from "@/lib/domains/identity/mutations/users";
import { db } from "@/lib/platform/db/client";
import { createMember, createOrganisation, createUser } from "@/tests/factories/identity";

async function createTeam() {
	const owner = await createMember({ role: "partner_owner" });
	const member = await createMember({ role: "partner_member", organisationId: owner.organisation.id });
	return { owner, member };
}

test("a role changes from what the page showed, with its audit row", async () => {
	const { owner, member } = await createTeam();
	const input = { membershipId: member.membership.id, from: "partner_member", to: "partner_owner" } as const;
	expect(await changeRole(owner.scope, input)).toEqual({ ok: true });
	expect(await changeRole(owner.scope, input)).toEqual({ ok: false, reason: "CHANGED_MEANWHILE" });
	const rows = await db().auditEntry.findMany({ where: { subjectId: member.user.id } });
	expect(rows).toHaveLength(1);
	expect(rows[0]).toMatchObject({
		action: "member.change-role",
		actorUserId: owner.user.id,
		organisationId: owner.organisation.id,
		before: { role: "partner_member" },
		after: { role: "partner_owner" },
	});
});

test("another organisation's member does not exist", async () => {
	const { member } = await createTeam();
	const stranger = await createMember({ role: "partner_owner" });
	const membershipId = member.membership.id;
	const change = changeRole(stranger.scope, { membershipId, from: "partner_member", to: "partner_owner" });
	await expect(change).rejects.toThrow("NOT_FOUND");
	await expect(removeMember(stranger.scope, membershipId)).rejects.toThrow("NOT_FOUND");
	expect((await listMembers(stranger.scope)).map((row) => row.userId)).toEqual([stranger.user.id]);
});

test("a partner cannot give a platform role", async () => {
	const { owner, member } = await createTeam();
	const input = { membershipId: member.membership.id, from: "partner_member", to: "admin" } as const;
	expect(await changeRole(owner.scope, input)).toEqual({ ok: false, reason: "ROLE_DOES_NOT_FIT" });
});

test.each(["partner_owner", "brand_manager", "admin"] as const)("the last %s stays", async (role) => {
	const last = await createMember({ role });
	expect(await removeMember(last.scope, last.membership.id)).toEqual({ ok: false, reason: "LAST_OWNER" });
});

test("the last owner cannot step down, and a deactivated second one does not count", async () => {
	const { owner, member } = await createTeam();
	const stepDown = {
		membershipId: owner.membership.id,
		from: "partner_owner",
		to: "partner_member",
	} as const;
	expect(await changeRole(owner.scope, stepDown)).toEqual({ ok: false, reason: "LAST_OWNER" });
	await changeRole(owner.scope, {
		membershipId: member.membership.id,
		from: "partner_member",
		to: "partner_owner",
	});
	await db().user.update({ where: { id: member.user.id }, data: { status: "DEACTIVATED" } });
	expect(await changeRole(owner.scope, stepDown)).toEqual({ ok: false, reason: "LAST_OWNER" });
	await db().user.update({ where: { id: member.user.id }, data: { status: "ACTIVE" } });
	expect(await changeRole(owner.scope, stepDown)).toEqual({ ok: true });
});

test("two owners who remove each other at once leave one", async () => {
	for (let round = 0; round < 5; round++) {
		const one = await createMember({ role: "partner_owner" });
		const two = await createMember({ role: "partner_owner", organisationId: one.organisation.id });
		const outcomes = await Promise.all([
			removeMember(one.scope, two.membership.id),
			removeMember(two.scope, one.membership.id),
		]);
		expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
		expect(await db().membership.count({ where: { organisationId: one.organisation.id } })).toBe(1);
	}
});

test("the platform keeps an administrator, and nobody closes their own account", async () => {
	const platform = await createOrganisation({ kind: "PLATFORM" });
	const one = await createMember({ role: "admin", organisationId: platform.id });
	const two = await createMember({ role: "admin", organisationId: platform.id });
	const own = await deactivateUser(one.scope, { id: one.user.id, reason: "x" });
	expect(own).toEqual({ ok: false, reason: "CANNOT_DEACTIVATE_SELF" });
	const outcomes = await Promise.all([
		deactivateUser(one.scope, { id: two.user.id, reason: "x" }),
		deactivateUser(two.scope, { id: one.user.id, reason: "x" }),
	]);
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	expect(await db().user.count({ where: { id: { in: [one.user.id, two.user.id] }, status: "ACTIVE" } })).toBe(
		1,
	);
});

test("deactivating twice and reactivating an active user change nothing", async () => {
	const admin = await createMember({ role: "admin" });
	const user = await createUser();
	expect(await reactivateUser(admin.scope, user.id)).toEqual({ ok: false, reason: "CHANGED_MEANWHILE" });
	expect(await deactivateUser(admin.scope, { id: user.id, reason: "x" })).toEqual({ ok: true });
	const second = await deactivateUser(admin.scope, { id: user.id, reason: "x" });
	expect(second).toEqual({ ok: false, reason: "CHANGED_MEANWHILE" });
	await expect(deactivateUser(admin.scope, { id: "usr_none", reason: "x" })).rejects.toThrow("NOT_FOUND");
	expect(await db().auditEntry.count({ where: { subjectId: user.id } })).toBe(1);
});
