import { expect, test } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/client";
import { listNotifications } from "@/lib/platform/notifications/data";
import { markAllRead, markRead } from "@/lib/platform/notifications/mutations";
import { notifyOrganisation } from "@/lib/platform/notifications/notify";
import { findLiveSession } from "@/lib/platform/session/session-row";
import { createMember, createSession } from "@/tests/factories/identity";

function draft(key: string) {
	return { key, kind: "applicationApproved", params: { company: "青蘋科技" }, href: "/partner" };
}

function list(scope: Parameters<typeof listNotifications>[0], unreadOnly = false) {
	return listNotifications(scope, { unreadOnly });
}

test("every active member of the organisation is told once, and nobody else", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const colleague = await createMember({ role: "partner_member", organisationId: owner.organisation.id });
	const gone = await createMember({ role: "partner_member", organisationId: owner.organisation.id });
	const stranger = await createMember({ role: "partner_owner" });
	await db().user.update({ where: { id: gone.user.id }, data: { status: "DEACTIVATED" } });
	for (let round = 0; round < 2; round++) {
		await inTransaction((tx) => notifyOrganisation(tx, owner.organisation.id, draft("same")));
	}
	const counts = await Promise.all(
		[owner, colleague, gone, stranger].map(async ({ scope }) => (await list(scope)).total),
	);
	expect(counts).toEqual([1, 1, 0, 0]);
});

test("a person reads their own; somebody else's does not exist", async () => {
	const owner = await createMember({ role: "partner_owner" });
	const stranger = await createMember({ role: "partner_owner" });
	await inTransaction((tx) => notifyOrganisation(tx, owner.organisation.id, draft("one")));
	await inTransaction((tx) => notifyOrganisation(tx, owner.organisation.id, draft("two")));
	const [newest] = (await list(owner.scope)).notifications;
	const id = newest?.id ?? "";

	await expect(markRead(stranger.scope, id)).rejects.toThrow("NOT_FOUND");
	expect(await markRead(owner.scope, id)).toEqual({ ok: true });
	expect(await markRead(owner.scope, id)).toEqual({ ok: true });
	const { token } = await createSession(owner.user.id);
	expect((await findLiveSession(token))?.unreadCount).toBe(1);
	expect((await list(owner.scope, true)).notifications).toHaveLength(1);
	expect(await markAllRead(stranger.scope)).toEqual({ ok: true, count: 0 });
	expect(await markAllRead(owner.scope)).toEqual({ ok: true, count: 1 });
	expect(await list(owner.scope)).toMatchObject({ total: 2, unread: 0 });
});
