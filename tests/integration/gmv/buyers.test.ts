import { beforeEach, expect, test } from "vitest";
import {
	readBoundShopBuyers,
	readPartnerBuyers,
	readPlatformBuyers,
	readShopBuyers,
} from "@/lib/domains/gmv/data/buyers";
import { bindShop } from "@/lib/domains/gmv/mutations/bindings";
import { db } from "@/lib/platform/db/client";
import { reportReader } from "@/lib/platform/db/reports";
import { importText, orderFile, orderLine, sampleExpected, sampleOrders } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

beforeEach(emptyGmv);

let events = 0;
const buy = (buyer: string, day: string, change: object = {}) =>
	orderLine({ event: `E${++events}`, buyer, at: `${day} 10:00:00`, ...change });

async function shopId(code = "S-1"): Promise<number> {
	return (await db().shop.findUniqueOrThrow({ where: { code } })).id;
}

const march = { from: "2026-03-01", to: "2026-04-01", asOf: "2026-11-01" };

test("buyers, repeat buyers and repurchase, by hand", async () => {
	await importText(
		orderFile([
			// Ann buys on the 1st and exactly 30 days later: in time for all three, and in March both times.
			buy("ann", "2026-03-01"),
			buy("ann", "2026-03-31"),
			// Ben comes back a day late for 30, in time for 60, behind the end of the period.
			buy("ben", "2026-03-10"),
			buy("ben", "2026-04-10"),
			// Cai comes back on the 61st day.
			buy("cai", "2026-03-31"),
			buy("cai", "2026-05-31"),
			// Dan's order of two lines is one purchase; its refund neither adds nor takes one.
			orderLine({ event: "D", line: 1, buyer: "dan", at: "2026-03-05 10:00:00" }),
			orderLine({ event: "D", line: 2, buyer: "dan", at: "2026-03-05 10:00:00" }),
			buy("dan", "2026-03-06", { type: "refund" }),
			// Eve buys before and after March only; somebody without a name buys in it.
			buy("eve", "2026-02-28"),
			buy("eve", "2026-04-01"),
			buy("", "2026-03-07"),
			// Fay buys twice on one day.
			buy("fay", "2026-03-08"),
			orderLine({ event: "F2", buyer: "fay", at: "2026-03-08 22:00:00" }),
		]),
	);
	expect(await readShopBuyers(reportReader(), await shopId(), march)).toEqual({
		buyers: 5,
		repeatBuyers: 2,
		purchases: 7,
		repurchase: [
			{ withinDays: 30, buyers: 5, repeated: 2 },
			{ withinDays: 60, buyers: 5, repeated: 3 },
			{ withinDays: 90, buyers: 5, repeated: 4 },
		],
	});
});

test("whoever has not had the time to come back is not asked", async () => {
	await importText(orderFile([buy("ann", "2026-03-01"), buy("ben", "2026-03-31"), buy("ben", "2026-04-02")]));
	const asOf = (day: string) =>
		shopId()
			.then((id) => readShopBuyers(reportReader(), id, { ...march, asOf: day }))
			.then((figures) => figures.repurchase[0]);
	expect(await asOf("2026-03-30")).toEqual({ withinDays: 30, buyers: 0, repeated: 0 });
	expect(await asOf("2026-03-31")).toEqual({ withinDays: 30, buyers: 1, repeated: 0 });
	expect(await asOf("2026-04-30")).toEqual({ withinDays: 30, buyers: 2, repeated: 1 });
});

test("a partner's buyers are those of its shops while it had them; a shop's are its own", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	const [one, two] = [await createPartner({ name: "一" }), await createPartner({ name: "二" })];
	await importText(
		orderFile([
			buy("ann", "2026-03-02"),
			buy("ann", "2026-03-20", { shop: "S-2" }),
			buy("ben", "2026-03-02", { shop: "S-2" }),
			buy("cai", "2026-03-20", { shop: "S-3" }),
		]),
	);
	const bind = (partnerId: string, shopCode: string, fromDay: string) =>
		bindShop(scope, { partnerId, shopCode, trackCode: "brand_operation", fromDay, reason: "x" });
	await bind(one.id, "S-1", "2026-03-01");
	await bind(one.id, "S-2", "2026-03-10");
	await bind(two.id, "S-3", "2026-03-01");
	expect(await readPartnerBuyers(reportReader(), one.id, march)).toMatchObject({
		buyers: 1,
		repeatBuyers: 1,
		repurchase: [{ buyers: 1, repeated: 1 }, {}, {}],
	});
	expect(await readPartnerBuyers(reportReader(), two.id, march)).toMatchObject({
		buyers: 1,
		repeatBuyers: 0,
	});
	expect(await readShopBuyers(reportReader(), await shopId("S-2"), march)).toMatchObject({
		buyers: 2,
		repeatBuyers: 0,
	});
	expect(await readBoundShopBuyers(reportReader(), await shopId("S-2"), one.id, march)).toMatchObject({
		buyers: 1,
	});
	expect(await readBoundShopBuyers(reportReader(), await shopId("S-2"), two.id, march)).toMatchObject({
		buyers: 0,
	});
	expect(await readPlatformBuyers(reportReader(), scope, march)).toMatchObject({
		buyers: 3,
		repeatBuyers: 1,
	});
});

test("real orders: as many buyers and repeat buyers as another engine counted", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	await importText(sampleOrders, "sample");
	const all = { from: "2009-01-01", to: "2012-01-01", asOf: "2026-01-01" };
	expect(await readPlatformBuyers(reportReader(), scope, all)).toMatchObject({
		buyers: Number(sampleExpected.accepted.buyers),
		repeatBuyers: sampleExpected.repeat_buyers,
	});
});
