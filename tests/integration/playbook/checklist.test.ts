import { beforeAll, expect, test } from "vitest";
import { listServedBrands } from "@/lib/domains/playbook/data/brands";
import { findItem, listItems, readRequiredItemsDone } from "@/lib/domains/playbook/data/items";
import { listPortfolio } from "@/lib/domains/playbook/data/portfolio";
import { inviteBrand } from "@/lib/domains/playbook/mutations/create-brand";
import {
	addTextEvidence,
	assignItem,
	commentItem,
	removeTextEvidence,
} from "@/lib/domains/playbook/mutations/evidence";
import { moveItem } from "@/lib/domains/playbook/mutations/move-item";
import { nudgeBrands, setManager, startPlaybooks } from "@/lib/domains/playbook/mutations/portfolio";
import { portfolioFilterSchema } from "@/lib/domains/playbook/schema";
import type { ItemMove } from "@/lib/domains/playbook/types/template";
import { db } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors/errors";
import { fileGates } from "@/lib/platform/files/gates/registry";
import { newId } from "@/lib/platform/id/id";
import type { BrandScope, PartnerScope, PlatformScope, Scope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { createOwnPartner } from "@/tests/factories/partnership";

const now = new Date();
const today = businessDayOf(now);
let lead: PlatformScope;
let managerId: string;
let manager: BrandScope;
let colleague: BrandScope;
let partner: PartnerScope;
let stranger: PartnerScope;
let foreign: BrandScope;
let brandId: string;

const newBrand = {
	...{ name: "听风", kind: "NEW_CONSUMPTION" as const, category: "茶饮", email: "first@brand.test" },
	...{ managerId: "", shops: ["SHOP-1"], now },
};

const keyed = (key: string) => db().playbookItem.findFirstOrThrow({ where: { brandId, key } });

async function move(scope: Scope, item: string, what: ItemMove, change: object = {}) {
	const { id, version } = await keyed(item);
	return moveItem(scope, { itemId: id, version, move: what, key: newId("key"), now, ...change });
}

beforeAll(async () => {
	const ops = await createMember({ role: "ops_lead" });
	[lead, managerId] = [ops.scope, ops.user.id];
	const shop = await db().shop.create({ data: { code: "SHOP-1" } });
	const outcome = await inviteBrand(lead, newBrand);
	if (!outcome.ok) throw new Error(outcome.reason);
	brandId = outcome.brandId;
	const { organisationId } = await db().brand.findUniqueOrThrow({ where: { id: brandId } });
	manager = (await createMember({ role: "brand_manager", organisationId })).scope;
	colleague = (await createMember({ role: "brand_manager", organisationId })).scope;
	foreign = (await createMember({ role: "brand_manager" })).scope;
	const own = await createOwnPartner();
	partner = own.scope;
	stranger = (await createOwnPartner()).scope;
	const { trackCode } = await db().partnerTrack.findFirstOrThrow({ where: { partnerId: own.partner.id } });
	await db().shopBinding.create({
		data: {
			...{ id: newId("bnd"), shopId: shop.id, partnerId: own.partner.id, trackCode, status: "CONFIRMED" },
			fromDay: new Date(today),
		},
	});
});

test("an invitation opens a brand with forty items, its shop and a mail; a second of the name leaves nothing", async () => {
	expect(await listItems(manager, brandId)).toHaveLength(40);
	expect(await db().shop.findUnique({ where: { code: "SHOP-1" } })).toMatchObject({ brandId });
	expect(await db().mailMessage.count({ where: { recipient: "first@brand.test" } })).toBe(1);
	expect(await inviteBrand(lead, newBrand)).toMatchObject({ reason: "PLAYBOOK_BRAND_EXISTS" });
	const taken = { ...newBrand, name: "听雨" };
	expect(await inviteBrand(lead, taken)).toMatchObject({ reason: "PLAYBOOK_SHOP_TAKEN" });
	expect(await inviteBrand(lead, { ...taken, shops: ["NONE"] })).toMatchObject({
		reason: "PLAYBOOK_SHOP_UNKNOWN",
	});
	expect(await db().organisation.count({ where: { name: "听雨" } })).toBe(0);
});

test("a tick sent twice counts once; a second person is told who was first", async () => {
	const { id, version } = await keyed("sample-stock");
	const tick = { itemId: id, version, move: "COMPLETE" as const, key: newId("key"), now };
	expect(await moveItem(manager, tick)).toMatchObject({ ok: true, state: "DONE", version: 2 });
	expect(await moveItem(manager, tick)).toMatchObject({ ok: true, state: "DONE", version: 2 });
	expect(await db().playbookEvent.count({ where: { itemId: id } })).toBe(1);
	expect(await moveItem(colleague, { ...tick, key: newId("key") })).toEqual({
		...{ ok: false, reason: "PLAYBOOK_DONE_ALREADY", params: { by: manager.userName } },
	});
	expect(await db().auditEntry.count({ where: { subjectId: id, action: "playbook.complete" } })).toBe(1);
	expect(await move(manager, "sample-stock", "REOPEN")).toMatchObject({
		ok: true,
		state: "OPEN",
		version: 3,
	});
	expect(await moveItem(colleague, { ...tick, key: newId("key") })).toMatchObject({
		reason: "PLAYBOOK_CHANGED",
	});
});

test("two people at the same instant: one completes it, the other is told", async () => {
	const both = await Promise.all([
		move(manager, "first-review", "COMPLETE"),
		move(colleague, "first-review", "COMPLETE"),
	]);
	expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test("a required item needs its evidence; a done item keeps it", async () => {
	expect(await move(manager, "product-pages", "COMPLETE")).toMatchObject({
		reason: "PLAYBOOK_EVIDENCE_MISSING",
	});
	const { id: itemId } = await keyed("product-pages");
	await addTextEvidence(manager, { itemId, kind: "LINK", text: "https://a.example/1", now });
	const { id: evidenceId } = await db().playbookEvidence.findFirstOrThrow({ where: { itemId } });
	expect(await move(manager, "product-pages", "COMPLETE")).toMatchObject({ ok: true });
	const back = { itemId, evidenceId, now };
	expect(await removeTextEvidence(manager, back)).toMatchObject({ reason: "PLAYBOOK_EVIDENCE_LOCKED" });
	expect(await fileGates.PLAYBOOK.stand(manager, itemId, db())).toMatchObject({ mayChange: false });
	await move(manager, "product-pages", "REOPEN");
	expect(await removeTextEvidence(manager, back)).toEqual({ ok: true });
	expect(await move(manager, "product-pages", "COMPLETE")).toMatchObject({
		reason: "PLAYBOOK_EVIDENCE_MISSING",
	});
});

test("a partner proposes, the brand returns or accepts; the platform's items are the platform's", async () => {
	expect(await move(partner, "short-videos", "COMPLETE")).toMatchObject({ reason: "PLAYBOOK_NOT_YOURS" });
	const { id: itemId } = await keyed("short-videos");
	await addTextEvidence(partner, { itemId, kind: "LINK", text: "https://a.example/v", now });
	expect(await move(partner, "short-videos", "PROPOSE")).toMatchObject({ ok: true, state: "PROPOSED" });
	expect(await db().notification.count({ where: { kind: "playbookProposed", userId: manager.userId } })).toBe(
		1,
	);
	expect(await move(manager, "short-videos", "RETURN", { text: "少一周" })).toMatchObject({
		ok: true,
		state: "OPEN",
	});
	await move(partner, "short-videos", "PROPOSE");
	expect(await move(manager, "short-videos", "COMPLETE")).toMatchObject({ ok: true, state: "DONE" });
	expect(await listServedBrands(partner, today)).toMatchObject([{ id: brandId, accepted: 1 }]);
	expect(await listServedBrands(stranger, today)).toEqual([]);
	expect(await move(manager, "persona-accept", "COMPLETE")).toMatchObject({ reason: "PLAYBOOK_NOT_YOURS" });
	expect(await move(lead, "persona-accept", "COMPLETE")).toMatchObject({ ok: true });
});

test("whoever has nothing to do with the brand finds nothing, reading and writing", async () => {
	const { id: itemId } = await keyed("launch");
	for (const scope of [stranger, foreign]) {
		expect(await findItem(scope, itemId)).toBeNull();
		expect(await listItems(scope, brandId)).toEqual([]);
		expect(await fileGates.PLAYBOOK.stand(scope, itemId, db())).toBeNull();
		const works = [
			() => move(scope, "launch", "PROPOSE"),
			() => commentItem(scope, { itemId, text: "hi", key: newId("key"), now }),
			() => addTextEvidence(scope, { itemId, kind: "LINK", text: "https://a.example", now }),
			() => assignItem(scope, { itemId, assigneeId: null, now }),
		];
		for (const work of works) await expect(work()).rejects.toThrow(new AppError("NOT_FOUND"));
	}
	expect(await findItem(manager, itemId)).toMatchObject({ id: itemId });
});

test("a mention tells people of the brand only; a comment sent twice stands once", async () => {
	const { id: itemId } = await keyed("launch");
	await db().user.update({ where: { id: partner.userId }, data: { name: "顾长风" } });
	await db().user.update({ where: { id: stranger.userId }, data: { name: "外人" } });
	const comment = { itemId, text: "请 @顾长风 与 @外人 看", key: newId("key"), now };
	expect(await commentItem(manager, comment)).toEqual({ ok: true, told: 1 });
	expect(await commentItem(manager, comment)).toEqual({ ok: true, told: 0 });
	const told = await db().notification.findMany({ where: { kind: "playbookMentioned" } });
	expect(told).toMatchObject([{ userId: partner.userId, href: `/partner/brands/${brandId}/${itemId}` }]);
	await expect(assignItem(manager, { itemId, assigneeId: stranger.userId, now })).rejects.toThrow(
		"NOT_FOUND",
	);
	const waiting = async () => (await listServedBrands(partner, today))[0]?.open ?? 0;
	const before = await waiting();
	expect(await assignItem(manager, { itemId, assigneeId: partner.userId, now })).toEqual({ ok: true });
	expect(await waiting(), "what is given to a partner's member waits for the partner").toBe(before + 1);
	const { id: ours } = await db().playbookItem.findFirstOrThrow({
		where: { brandId, owner: "PARTNER", state: "OPEN", assigneeId: null },
	});
	expect(await assignItem(manager, { itemId: ours, assigneeId: manager.userId, now })).toEqual({ ok: true });
	expect(await waiting(), "what is given to somebody else does not").toBe(before);
});

test("the portfolio knows who is stuck since when; a nudge a day reaches who owes; required items by step", async () => {
	await db().playbookItem.updateMany({
		where: { brandId, key: { in: ["product-shortlist", "price-check"] } },
		data: { dueOn: new Date(addDays(today, -9)) },
	});
	const filter = portfolioFilterSchema.parse({ state: "stuck" });
	const days = { today, stuckBefore: addDays(today, -7) };
	expect(await listPortfolio(lead, filter, days)).toMatchObject({
		total: 1,
		rows: [{ id: brandId, step: 1, stuckSince: addDays(today, -9), overdue: 2 }],
	});
	expect(await listPortfolio(lead, filter, { today, stuckBefore: addDays(today, -9) })).toMatchObject({
		total: 0,
	});
	const brandIds = [brandId];
	expect(await setManager(lead, { brandIds, managerId: manager.userId })).toMatchObject({
		reason: "PLAYBOOK_MANAGER_UNFIT",
	});
	expect(await setManager(lead, { brandIds, managerId })).toEqual({ ok: true, count: 1 });
	for (const _ of [1, 2]) await nudgeBrands(lead, { brandIds, now });
	const nudged = await db().notification.findMany({
		where: { kind: "playbookNudged" },
		select: { userId: true },
	});
	expect(new Set(nudged.map(({ userId }) => userId))).toEqual(
		new Set([manager, colleague, partner].map((s) => s.userId)),
	);
	expect(nudged).toHaveLength(3);
	expect(await startPlaybooks(lead, { brandIds, now })).toEqual({ ok: true, count: 0 });
	await db().playbookItem.updateMany({
		where: { brandId, step: 5, isRequired: true },
		data: { state: "DONE" },
	});
	const done = await readRequiredItemsDone(brandIds);
	expect([1, 5].map((step) => done.get(brandId)?.get(step))).toEqual([false, true]);
});
