import { beforeAll, expect, test } from "vitest";
import { listExclusives } from "@/lib/domains/playbook/data/exclusives";
import { inviteBrand } from "@/lib/domains/playbook/mutations/create-brand";
import { moveExclusive, proposeExclusive } from "@/lib/domains/playbook/mutations/exclusives";
import { judgeBrandAnew, judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import type { MoveExclusive } from "@/lib/domains/playbook/schema/exclusives";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { BrandScope, PartnerScope, PlatformScope, Scope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { createOwnPartner } from "@/tests/factories/partnership";

const now = new Date();
const today = businessDayOf(now);
let lead: PlatformScope;
let manager: BrandScope;
let foreign: BrandScope;
let partner: PartnerScope;
let stranger: PartnerScope;
let brandId: string;
let shopId: number;

beforeAll(async () => {
	lead = (await createMember({ role: "ops_lead" })).scope;
	const shop = await db().shop.create({ data: { code: "SHOP-EX" } });
	shopId = shop.id;
	const invited = await inviteBrand(lead, {
		...{ name: "听泉", kind: "NEW_CONSUMPTION", category: "茶饮", email: "ex@brand.test" },
		...{ managerId: "", shops: ["SHOP-EX"], now },
	});
	if (!invited.ok) throw new Error(invited.reason);
	brandId = invited.brandId;
	const { organisationId } = await db().brand.findUniqueOrThrow({ where: { id: brandId } });
	manager = (await createMember({ role: "brand_manager", organisationId })).scope;
	foreign = (await createMember({ role: "brand_manager" })).scope;
	const own = await createOwnPartner();
	partner = own.scope;
	stranger = (await createOwnPartner()).scope;
	const { trackCode } = await db().partnerTrack.findFirstOrThrow({ where: { partnerId: own.partner.id } });
	await db().shopBinding.create({
		data: {
			...{ id: newId("bnd"), shopId, partnerId: own.partner.id, trackCode, status: "CONFIRMED" },
			fromDay: new Date(today),
		},
	});
});

const row = (id: string) => db().exclusiveProduct.findUniqueOrThrow({ where: { id } });

async function propose(scope: Scope, name: string): Promise<string> {
	const outcome = await proposeExclusive(scope, { brandId, shopId, name, now });
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.id;
}

async function move(scope: Scope, id: string, to: MoveExclusive["to"], more: Partial<MoveExclusive> = {}) {
	const { version } = await row(id);
	return moveExclusive(scope, { id, version, to, now, ...more });
}

test("partner and brand bring a product to sale, each told of the other's move; the fifth step is judged anew", async () => {
	await judgeUntil(addDays(today, -1));
	const id = await propose(partner, "联名礼盒");
	expect(await db().notification.count({ where: { userId: manager.userId, kind: "exclusiveMoved" } })).toBe(
		1,
	);
	expect(await move(manager, id, "TRIAL")).toMatchObject({ reason: "EXCLUSIVE_CHANGED" });
	expect(await move(manager, id, "SAMPLE")).toEqual({ ok: true });
	expect(await db().notification.count({ where: { userId: partner.userId, kind: "exclusiveMoved" } })).toBe(
		1,
	);
	expect(await move(partner, id, "TRIAL")).toEqual({ ok: true });
	const onSale = { productId: "EX-1", day: addDays(today, -40) };
	expect(await move(partner, id, "ON_SALE", { ...onSale, day: addDays(today, 1) })).toMatchObject({
		reason: "EXCLUSIVE_DAY_AHEAD",
	});
	expect(await move(partner, id, "ON_SALE", onSale)).toEqual({ ok: true });
	expect(await row(id)).toMatchObject({ stage: "ON_SALE", productId: "EX-1", version: 4 });
	expect(
		await db().auditEntry.count({ where: { subjectId: id, action: { startsWith: "playbook.exclusive" } } }),
	).toBe(4);
	const { rows } = await pool().query<{ data: object }>(
		"SELECT data FROM pgboss.job WHERE name = 'playbook.judge-brand' AND data->>'brandId' = $1",
		[brandId],
	);
	expect(rows).toEqual([{ data: { brandId, since: onSale.day } }]);

	const read = async () =>
		(
			await pool().query<{ n: number }>(
				`SELECT exclusive_products AS n FROM playbook_brand_days WHERE brand_id = $1 AND day = ANY($2::date[]) ORDER BY day`,
				[brandId, [addDays(today, -14), addDays(today, -13)]],
			)
		).rows.map(({ n }) => n);
	expect(await read()).toEqual([0, 0]);
	expect(await judgeBrandAnew(brandId, onSale.day)).toBe(28);
	// Its 28th day on sale is the first that counts.
	expect(await read()).toEqual([0, 1]);

	expect(await move(manager, id, "ENDED", { day: addDays(today, -41) })).toMatchObject({
		reason: "EXCLUSIVE_DAY_BEFORE",
	});
	expect(await move(manager, id, "ENDED", { day: addDays(today, -14) })).toEqual({ ok: true });
	await judgeBrandAnew(brandId, onSale.day);
	expect(await read()).toEqual([0, 0]);
	expect(await move(manager, id, "SAMPLE")).toMatchObject({ reason: "EXCLUSIVE_CHANGED" });
});

test("two moves of one version: one goes through, the other is told who was first; a number stands once in a shop", async () => {
	const [one, other] = [await propose(manager, "甲"), await propose(manager, "乙")];
	const both = await Promise.all([move(manager, one, "SAMPLE"), move(partner, one, "ENDED")]);
	expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
	expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "EXCLUSIVE_CHANGED" });
	const third = await propose(manager, "丙");
	for (const id of [other, third]) for (const to of ["SAMPLE", "TRIAL"] as const) await move(manager, id, to);
	const onSale = { productId: "EX-2", day: today };
	expect(await move(manager, other, "ON_SALE", onSale)).toEqual({ ok: true });
	expect(await move(manager, third, "ON_SALE", onSale)).toMatchObject({ reason: "EXCLUSIVE_PRODUCT_TAKEN" });
	// A wrong number is corrected where it stands.
	expect(await move(manager, other, "ON_SALE", { ...onSale, productId: "EX-3" })).toEqual({ ok: true });
	expect(await move(manager, third, "ON_SALE", onSale)).toEqual({ ok: true });
});

test("the platform looks; whoever has nothing to do with the brand finds nothing", async () => {
	const id = await propose(manager, "丁");
	expect(await move(lead, id, "SAMPLE")).toMatchObject({ reason: "PLAYBOOK_NOT_YOURS" });
	expect(await proposeExclusive(lead, { brandId, shopId, name: "x", now })).toMatchObject({
		reason: "PLAYBOOK_NOT_YOURS",
	});
	const span = { from: addDays(today, -28), to: today };
	expect((await listExclusives(lead, brandId, span)).length).toBeGreaterThan(3);
	for (const scope of [foreign, stranger]) {
		expect(await listExclusives(scope, brandId, span)).toEqual([]);
		await expect(move(scope, id, "SAMPLE")).rejects.toThrow(AppError);
		await expect(proposeExclusive(scope, { brandId, shopId, name: "x", now })).rejects.toThrow(AppError);
	}
	const elsewhere = await db().shop.create({ data: { code: "SHOP-ELSEWHERE" } });
	await expect(proposeExclusive(manager, { brandId, shopId: elsewhere.id, name: "x", now })).rejects.toThrow(
		AppError,
	);
});
