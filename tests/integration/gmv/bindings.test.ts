import { beforeEach, describe, expect, test } from "vitest";
import { findOwnPartnerId, listBindings, listOwnBindings } from "@/lib/domains/gmv/data/bindings";
import { listFreeShops, readAttribution } from "@/lib/domains/gmv/data/free-shops";
import { bindShop, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { businessDayOf } from "@/lib/platform/time";
import { importText, orderFile, orderLine, readPartnerNet } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

const today = businessDayOf(new Date());
const track = "brand_operation";

beforeEach(async () => {
	await emptyGmv();
	await importText(
		orderFile([
			orderLine({ line: 1, at: "2026-01-10 12:00:00", amount: "100.00" }),
			orderLine({ line: 2, at: "2026-02-10 12:00:00", amount: "200.00" }),
			orderLine({ line: 3, at: "2026-03-10 12:00:00", amount: "30.00", type: "refund" }),
			orderLine({ line: 4, at: "2026-02-10 12:00:00", amount: "7.00", shop: "S-2" }),
		]),
	);
});

async function createOps() {
	return (await createMember({ role: "ops_lead" })).scope;
}

async function createPartnerWithOwner(name: string, trackCode = track) {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ name, track: trackCode, organisationId: member.organisation.id });
	return { partner, scope: member.scope, user: member.user };
}

const input = (partnerId: string, change: object = {}) => ({
	partnerId,
	shopCode: "S-1",
	trackCode: track,
	fromDay: "2026-02-01",
	reason: "按合同补登",
	...change,
});

describe("binding a shop", () => {
	test("attributes the days from its start on, tells the partner and leaves its trace", async () => {
		const ops = await createOps();
		const { partner, user } = await createPartnerWithOwner("清风");
		const outcome = await bindShop(ops, input(partner.id));
		expect(outcome).toMatchObject({ ok: true });
		expect(await readPartnerNet(partner.id)).toBe(17_000n);
		expect(await readAttribution(ops)).toEqual({ netFen: 27_700n, unattributedNetFen: 10_700n });
		const bindingId = outcome.ok ? outcome.bindingId : "";
		expect(await db().auditEntry.findMany({ where: { subjectId: bindingId } })).toMatchObject([
			{
				action: "binding.create",
				actorUserId: ops.userId,
				organisationId: partner.organisationId,
				reason: "按合同补登",
			},
		]);
		expect(await db().notification.findMany({ where: { userId: user.id } })).toMatchObject([
			{ kind: "shopBound", params: { shop: "S-1", day: "2026-02-01" } },
		]);
	});

	test("is refused where the shop has a partner in the track, naming it and since when", async () => {
		const ops = await createOps();
		const first = await createPartnerWithOwner("先到");
		const second = await createPartnerWithOwner("后到");
		await bindShop(ops, input(first.partner.id));
		expect(await bindShop(ops, input(second.partner.id, { fromDay: "2026-03-01" }))).toEqual({
			ok: false,
			reason: "SHOP_ALREADY_BOUND",
			params: { partner: "先到", since: "2026-02-01" },
		});
		expect(await readPartnerNet(second.partner.id)).toBe(0n);
	});

	test("in another track is a second attribution, and the platform counts the shop once", async () => {
		const ops = await createOps();
		const [one, two] = [
			await createPartnerWithOwner("一"),
			await createPartnerWithOwner("二", "supply_chain"),
		];
		await bindShop(ops, input(one.partner.id));
		await bindShop(ops, input(two.partner.id, { trackCode: "supply_chain", fromDay: "2026-01-01" }));
		expect([await readPartnerNet(one.partner.id), await readPartnerNet(two.partner.id)]).toEqual([
			17_000n,
			27_000n,
		]);
		expect(await readAttribution(ops)).toEqual({ netFen: 27_700n, unattributedNetFen: 700n });
	});

	test("by eight people at once to eight partners succeeds once", async () => {
		const ops = await createOps();
		const partners = await Promise.all(
			Array.from({ length: 8 }, (_, index) => createPartner({ name: `P${index}` })),
		);
		const outcomes = await Promise.all(partners.map((partner) => bindShop(ops, input(partner.id))));
		expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
		for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe("SHOP_ALREADY_BOUND");
		const { rows } = await pool().query("SELECT count(*)::int AS bindings FROM shop_bindings");
		expect(rows[0]).toEqual({ bindings: 1 });
	});

	test.each([
		["without a reason for a past day", { reason: "" }, "REASON_REQUIRED"],
		["in a track the partner is not in", { trackCode: "training" }, "TRACK_NOT_OF_PARTNER"],
		["that no feed has named", { shopCode: "S-404" }, "SHOP_UNKNOWN"],
	])("%s is refused", async (_name, change, reason) => {
		const { partner } = await createPartnerWithOwner("清风");
		expect(await bindShop(await createOps(), input(partner.id, change))).toMatchObject({ ok: false, reason });
	});

	test("to a partner that has left is refused, to none is not found", async () => {
		const ops = await createOps();
		const gone = await createPartner({ status: "EXITED" });
		expect(await bindShop(ops, input(gone.id))).toMatchObject({ ok: false, reason: "PARTNER_EXITED" });
		await expect(bindShop(ops, input("prt_none"))).rejects.toThrow("NOT_FOUND");
	});

	test("is not for people without the permission", async () => {
		const { scope: auditor } = await createMember({ role: "auditor" });
		const { partner } = await createPartnerWithOwner("清风");
		await expect(bindShop(auditor, input(partner.id))).rejects.toThrow("FORBIDDEN");
	});
});

describe("ending a binding", () => {
	test("gives the days from its end on back, and the shop can be bound again", async () => {
		const ops = await createOps();
		const { partner } = await createPartnerWithOwner("清风");
		const next = await createPartnerWithOwner("下一家");
		const bound = await bindShop(ops, input(partner.id, { fromDay: "2026-01-01" }));
		const bindingId = bound.ok ? bound.bindingId : "";
		expect(await endBinding(ops, { bindingId, toDay: "2026-02-10", reason: "合同终止" })).toMatchObject({
			ok: true,
			effect: { partnerBeforeFen: 17_000n, partnerAfterFen: 0n },
		});
		expect(await readPartnerNet(partner.id)).toBe(10_000n);
		expect(await bindShop(ops, input(next.partner.id, { fromDay: "2026-02-10" }))).toMatchObject({
			ok: true,
		});
		expect(await readPartnerNet(next.partner.id)).toBe(17_000n);
		expect(await endBinding(ops, { bindingId, toDay: "2026-05-01", reason: "再改" })).toMatchObject({
			ok: false,
			reason: "BINDING_ENDED",
		});
	});

	test("needs a day after its start, and a reason for the past", async () => {
		const ops = await createOps();
		const { partner } = await createPartnerWithOwner("清风");
		const bound = await bindShop(ops, input(partner.id));
		const bindingId = bound.ok ? bound.bindingId : "";
		const end = (toDay: string, reason: string) => endBinding(ops, { bindingId, toDay, reason });
		expect(await end("2026-02-01", "x")).toMatchObject({ reason: "END_BEFORE_START" });
		expect(await end("2026-03-01", "")).toMatchObject({ reason: "REASON_REQUIRED" });
		await expect(endBinding(ops, { bindingId: "bnd_none", toDay: today, reason: "" })).rejects.toThrow(
			"NOT_FOUND",
		);
	});
});

test("a partner sees its own shops and nobody else's; operations see both", async () => {
	const ops = await createOps();
	const [one, two] = [await createPartnerWithOwner("一"), await createPartnerWithOwner("二")];
	const applicant = await createMember({ role: "partner_owner" });
	await bindShop(ops, input(one.partner.id));
	await bindShop(ops, input(two.partner.id, { shopCode: "S-2" }));
	const seen = async (scope: typeof one.scope) =>
		(await listOwnBindings(scope, today))?.bindings.map((binding) => binding.shopCode);
	expect(await seen(one.scope)).toEqual(["S-1"]);
	expect(await seen(two.scope)).toEqual(["S-2"]);
	expect(await seen(applicant.scope)).toBeUndefined();
	expect(await findOwnPartnerId(one.scope)).toBe(one.partner.id);
	expect((await listBindings(ops, two.partner.id, today)).map((binding) => binding.netFen)).toEqual([700n]);
});

test("unattributed shops are listed with what nobody got, the biggest first", async () => {
	const ops = await createOps();
	const { partner } = await createPartnerWithOwner("清风");
	const filter = { q: "", page: 1 };
	expect((await listFreeShops(ops, filter, today)).shops.map((shop) => shop.code)).toEqual(["S-1", "S-2"]);
	const bound = await bindShop(ops, input(partner.id, { fromDay: "2026-01-01" }));
	expect((await listFreeShops(ops, filter, today)).shops.map((shop) => shop.code)).toEqual(["S-2"]);
	await endBinding(ops, { bindingId: bound.ok ? bound.bindingId : "", toDay: "2026-03-01", reason: "终止" });
	const { shops, total } = await listFreeShops(ops, { q: "s-1", page: 1 }, today);
	expect(total).toBe(1);
	expect(shops).toMatchObject([{ code: "S-1", paidFen: 0n, refundedFen: 3_000n, firstDay: "2026-03-10" }]);
});
