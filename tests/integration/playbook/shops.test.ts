import { beforeAll, beforeEach, expect, test } from "vitest";
import { findBrand, listPeople } from "@/lib/domains/playbook/data/brands";
import { listConnectedShops } from "@/lib/domains/playbook/data/shops";
import { readBrandSteps } from "@/lib/domains/playbook/data/step-results";
import { inviteBrand } from "@/lib/domains/playbook/mutations/create-brand";
import { proposeExclusive } from "@/lib/domains/playbook/mutations/exclusives";
import { connectShops, releaseShop } from "@/lib/domains/playbook/mutations/shops";
import { judgeBrandAnew, judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import type { BrandScope, PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { createMember } from "@/tests/factories/identity";
import { createOwnPartner } from "@/tests/factories/partnership";
import { createTrustShop, hold } from "@/tests/factories/trust-claims";

const now = new Date();
const today = businessDayOf(now);
const yesterday = addDays(today, -1);
const period = { from: addDays(today, -30), to: today };
let lead: PlatformScope;
let manager: BrandScope;
let brandId: string;
let rival: string;
let codes: string[];

async function invite(name: string): Promise<string> {
	const outcome = await inviteBrand(lead, {
		...{ name, kind: "NEW_CONSUMPTION", category: "茶饮", email: `${newId("m")}@brand.test` },
		...{ managerId: "", shops: [], now },
	});
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.brandId;
}

/** Two shops that sold yesterday, 100 and 300 yuan, of no brand. */
async function openShops(): Promise<string[]> {
	const stamp = newId("shop");
	const named = [`${stamp}-A`, `${stamp}-B`];
	const lines = named.map((shop, at) =>
		orderLine({
			...{ event: `${stamp}-${at}`, at: `${yesterday} 10:00:00`, shop, channel: "public" },
			amount: at === 0 ? "100.00" : "300.00",
		}),
	);
	await importText(orderFile(lines), newId("src"));
	return named;
}

const idOf = async (code: string) => (await db().shop.findUniqueOrThrow({ where: { code } })).id;
const connect = (shops: readonly string[], to = brandId) => connectShops(lead, { brandId: to, shops, now });
const release = async (code: string, from = brandId) =>
	releaseShop(lead, { brandId: from, shopId: await idOf(code), reason: "接错了", now });
const steps = () => readBrandSteps(manager, brandId, null);
const netOf = async () => (await steps())?.days.at(-1)?.gmvFen;

beforeAll(async () => {
	lead = (await createMember({ role: "ops_lead" })).scope;
});

beforeEach(async () => {
	const stamp = newId("b");
	brandId = await invite(`听山${stamp}`);
	rival = await invite(`听海${stamp}`);
	const { organisationId } = await db().brand.findUniqueOrThrow({ where: { id: brandId } });
	manager = (await createMember({ role: "brand_manager", organisationId })).scope;
	codes = await openShops();
});

const [first, second] = [() => codes[0] as string, () => codes[1] as string];

test("a shop is known, of no other brand and new to this one, or nothing is connected", async () => {
	expect(await connect([first(), "NONE"])).toMatchObject({
		...{ ok: false, reason: "PLAYBOOK_SHOP_UNKNOWN", params: { shops: "NONE" } },
	});
	expect((await db().shop.findUniqueOrThrow({ where: { code: first() } })).brandId).toBeNull();
	expect(await connect([first()])).toEqual({ ok: true, count: 1 });
	expect(await connect([first()])).toMatchObject({ reason: "PLAYBOOK_SHOP_OWN" });
	expect(await connect(codes, rival)).toMatchObject({
		...{ reason: "PLAYBOOK_SHOP_TAKEN", params: { shops: first() } },
	});
	expect(await connect(codes)).toEqual({ ok: true, count: 1 });
	expect(await db().auditEntry.count({ where: { subjectId: brandId, action: "brand.shops-connect" } })).toBe(
		2,
	);
	expect(
		await db().notification.count({ where: { userId: manager.userId, kind: "playbookShopsConnected" } }),
	).toBe(2);
	await expect(connect([second()], "brd_none")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("of two brands that reach for a shop at once, one has it and the other is told", async () => {
	const outcomes = await Promise.all([connect(codes), connect(codes.toReversed(), rival)]);
	expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
	expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "PLAYBOOK_SHOP_TAKEN" });
	expect(await db().shop.count({ where: { brandId: { not: null }, code: { in: codes } } })).toBe(2);
});

test("the first shop has the brand judged for its past, a further one counts in it, and what is taken out no more", async () => {
	await judgeUntil(yesterday);
	expect(await steps()).toBeNull();
	await connect([first()]);
	expect(await judgeBrandAnew(brandId, addDays(today, -120))).toBe(56);
	expect(await netOf()).toBe(10_000n);
	await connect([second()]);
	expect(await judgeBrandAnew(brandId, addDays(today, -120))).toBe(56);
	expect(await netOf()).toBe(40_000n);
	expect(await release(first())).toEqual({ ok: true });
	await judgeBrandAnew(brandId, addDays(today, -120));
	expect(await netOf()).toBe(30_000n);
	await release(second());
	await judgeBrandAnew(brandId, addDays(today, -120));
	expect(await steps()).toBeNull();
	const { rows } = await pool().query(
		"SELECT is_judged, met_day, drivers FROM playbook_data_sums WHERE brand_id = $1",
		[brandId],
	);
	expect(rows).toEqual([{ is_judged: false, met_day: null, drivers: null }]);
	await connect([first()]);
	expect(await judgeBrandAnew(brandId, addDays(today, -120))).toBe(56);
	expect(await netOf()).toBe(10_000n);
});

test("a connection has the brand judged without anybody waiting for the hour", async () => {
	await connect(codes);
	const { rows } = await pool().query(
		"SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'playbook.judge-brand' AND data->>'brandId' = $1",
		[brandId],
	);
	expect(rows[0]?.count).toBe(1);
});

test("who serves a shop serves its brand while it is connected, and both are told when it goes", async () => {
	const own = await createOwnPartner();
	const { trackCode } = await db().partnerTrack.findFirstOrThrow({ where: { partnerId: own.partner.id } });
	await db().shopBinding.create({
		data: {
			...{ id: newId("bnd"), shopId: await idOf(first()), partnerId: own.partner.id, trackCode },
			...{ status: "CONFIRMED", fromDay: new Date(today) },
		},
	});
	await expect(findBrand(own.scope, brandId)).rejects.toMatchObject({ code: "NOT_FOUND" });
	await connect(codes);
	const brand = await findBrand(own.scope, brandId);
	expect((await listPeople(brand)).map(({ id }) => id)).toContain(own.scope.userId);
	expect(await listConnectedShops(lead, brandId, { today, period })).toMatchObject([
		{ code: second(), partners: [], netFen: 30_000n, isKept: false },
		{ code: first(), partners: [own.partner.name], netFen: 10_000n, isKept: false },
	]);
	expect(await listConnectedShops(own.scope, rival, { today, period })).toEqual([]);
	await release(first());
	await expect(findBrand(own.scope, brandId)).rejects.toMatchObject({ code: "NOT_FOUND" });
	const told = await db().notification.findMany({
		where: { kind: "playbookShopReleased", params: { path: ["brand"], equals: brand.name } },
	});
	expect(told.map(({ userId }) => userId).toSorted()).toEqual([manager.userId, own.scope.userId].toSorted());
	expect(
		await db().auditEntry.findFirstOrThrow({ where: { subjectId: brandId, action: "brand.shop-release" } }),
	).toMatchObject({ before: { shop: first() }, after: { reason: "接错了" } });
});

test("a shop of another brand is not there to be taken out", async () => {
	await connect(codes);
	await expect(release(first(), rival)).rejects.toMatchObject({ code: "NOT_FOUND" });
	expect((await db().shop.findUniqueOrThrow({ where: { code: first() } })).brandId).toBe(brandId);
});

test("a shop stays with its brand once something was done with it, whoever asks the database", async () => {
	await connect(codes);
	const shopId = await idOf(first());
	await proposeExclusive(manager, { brandId, shopId, name: "特供礼盒", now });
	expect(await release(first())).toEqual({ ok: false, reason: "PLAYBOOK_SHOP_IN_USE" });
	const move = "UPDATE shops SET brand_id = $2 WHERE id = $1";
	for (const to of [null, rival])
		await expect(pool().query(move, [shopId, to])).rejects.toMatchObject({
			constraint: "shops_keep_their_brand",
		});
	expect(await release(second())).toEqual({ ok: true });
	const trust = await createTrustShop();
	await hold(trust, "SEVEN_DAY_RETURN");
	await expect(pool().query(move, [trust.shopId, null])).rejects.toMatchObject({
		constraint: "shops_keep_their_brand",
	});
});

test("no product is made for a shop that is not the brand's", async () => {
	const insert = "INSERT INTO exclusive_products (id, brand_id, shop_id, name) VALUES ($1, $2, $3, '礼盒')";
	await expect(pool().query(insert, [newId("exc"), brandId, await idOf(first())])).rejects.toMatchObject({
		constraint: "exclusive_of_own_shop",
	});
});
