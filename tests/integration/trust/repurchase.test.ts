import { expect, test } from "vitest";
import { repurchaseWindows } from "@/lib/domains/trust/constants/repurchase";
import { findReportRun, listEffects, listWholeReport } from "@/lib/domains/trust/data/repurchase/report";
import { moveDeposit } from "@/lib/domains/trust/mutations/claims/move-deposit";
import { openClaim } from "@/lib/domains/trust/mutations/claims/open-claim";
import { makeRepurchaseReport } from "@/lib/domains/trust/mutations/repurchase/make-report";
import { stratify } from "@/lib/domains/trust/rules/repurchase/stratify";
import type { BuyerOrder } from "@/lib/domains/trust/types/repurchase";
import { actorOf } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { openStream, toUnit } from "@/lib/platform/statistics/stream";
import { addDays, type Day, monthOf } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { must } from "@/tests/factories/pools";
import { claimOn, createTrustShop, hold, sell } from "@/tests/factories/trust-claims";

const asOf = "2026-10-31";
type Sold = { event: string; buyer: string; day: Day; fen: number };

/** Orders of forty buyers over half a year, some of them on the same day, some bought again at once. */
function makeOrders(): Sold[] {
	const next = openStream("repurchase");
	const unit = () => toUnit(next());
	return Array.from({ length: 240 }, (_, at) => ({
		event: `R${at}`,
		buyer: `B${Math.floor(unit() * 40)}`,
		day: addDays("2026-05-01", Math.floor(unit() * 184)),
		fen: 1_000 + Math.floor(unit() * 30_000),
	}));
}

test("the pass over the lines counts what the pure stratifier counts, buyer by buyer, in every window and guarantee", async () => {
	const lead = (await createMember({ role: "ops_lead" })).scope;
	const [shop, foreign] = [await createTrustShop(), await createTrustShop()];
	for (const guarantee of ["SEVEN_DAY_RETURN", "RETURN_FREIGHT"] as const)
		await hold(shop, guarantee, new Date("2026-01-01T00:00:00+08:00"));
	const deposit = {
		shopId: shop.shopId,
		kind: "TOP_UP" as const,
		amount: 100_000_000n,
		reason: "保证金",
		key: newId("key"),
	};
	must(await moveDeposit(lead, deposit, new Date("2026-04-01T10:00:00+08:00")));
	const orders = makeOrders();
	await sell(
		shop,
		orders.map(({ event, buyer, day, fen }) => ({
			...{ event, buyer, at: `${day} 10:00:00`, amount: (fen / 100).toFixed(2) },
		})),
	);
	const honoured = new Map<string, NonNullable<BuyerOrder["honoured"]>>();
	for (const [at, { event, day }] of orders.entries()) {
		if (at % 3 !== 0) continue;
		const guarantee = at % 2 === 0 ? "SEVEN_DAY_RETURN" : "RETURN_FREIGHT";
		// Some are honoured on the sorting day, some the day after it.
		const on = addDays(day, [5, 14, 15, 20][at % 4] ?? 5);
		const facts = {
			signedOn: on,
			goodsClass: "ORDINARY",
			freight: "8.00",
			hasCarrierProof: true,
			region: "31",
		};
		const claim = claimOn(event, { guarantee, facts });
		const opener = { actor: actorOf(lead), channel: "API" as const };
		const opened = must(await openClaim(opener, claim, new Date(`${on}T12:00:00+08:00`)));
		if (opened.state === "PAID") honoured.set(event, { guarantee, on });
	}
	expect(honoured.size).toBeGreaterThan(50);

	const buyers = orders.reduce((sum, { buyer }) => sum.add(buyer), new Set<string>());
	expect(await makeRepurchaseReport(asOf, new Date("2026-11-01T05:00:00+08:00"))).toBe(
		firstOrders(orders, honoured, shop.shopId).length,
	);
	expect(buyers.size).toBe(40);
	for (const window of repurchaseWindows)
		for (const guarantee of [undefined, "SEVEN_DAY_RETURN", "RETURN_FREIGHT"] as const) {
			const pure = stratify(firstOrders(orders, honoured, shop.shopId), { window, asOf, guarantee });
			const [own] = await listEffects(shop.scope, { guarantee: guarantee ?? "ANY", window, shop: "" });
			const matched = pure.strata.filter(({ used, others }) => used > 0 && others > 0);
			const sum = (of: (one: (typeof matched)[number]) => number) =>
				matched.reduce((total, one) => total + of(one), 0);
			expect(own).toMatchObject({
				...{ used: sum(({ used }) => used), others: sum(({ others }) => others), notOver: pure.notOver },
				...{ strata: matched.length, shopId: shop.shopId },
			});
			const { rows } = await pool().query<{ again: number }>(
				`SELECT sum(again_${window})::int AS again FROM trust_repurchase_strata WHERE $1::text IS NULL OR arm IN ('NONE', $1)`,
				[guarantee ?? null],
			);
			expect(rows[0]?.again).toBe(
				pure.strata.reduce((total, one) => total + one.usedAgain + one.othersAgain, 0),
			);
		}
	expect(await listEffects(foreign.scope, { guarantee: "ANY", window: 30, shop: "" })).toEqual([]);
	expect((await listEffects(lead, { guarantee: "ANY", window: 30, shop: "" }))[0]?.shopId).toBe(0);
	const [whole, own] = [await listWholeReport(lead), await listWholeReport(shop.scope)];
	expect(new Set(whole.map(({ shopId }) => shopId))).toEqual(new Set([0, shop.shopId]));
	expect(own).toEqual(whole.filter(({ shopId }) => shopId === shop.shopId));
	expect(own.map(({ window }) => window)).toEqual(expect.arrayContaining([...repurchaseWindows]));
	expect(await listWholeReport(foreign.scope)).toEqual([]);
	expect(await findReportRun()).toMatchObject({ asOf, fromMonth: "2025-04" });
});

/** Each buyer's first order of a month, as the report has to see it. */
function firstOrders(
	orders: readonly Sold[],
	honoured: ReadonlyMap<string, NonNullable<BuyerOrder["honoured"]>>,
	shopId: number,
): BuyerOrder[] {
	const sorted = [...orders].sort((one, other) =>
		one.day === other.day ? (one.event < other.event ? -1 : 1) : one.day < other.day ? -1 : 1,
	);
	const seen = new Set<string>();
	return sorted.flatMap((order) => {
		const month = `${order.buyer}|${monthOf(order.day)}`;
		if (seen.has(month)) return [];
		seen.add(month);
		const later = sorted.find(({ buyer, day }) => buyer === order.buyer && day > addDays(order.day, 14));
		return [
			{
				...{ shopId: String(shopId), orderedOn: order.day, valueFen: BigInt(order.fen) },
				...{ honoured: honoured.get(order.event) ?? null, nextOn: later?.day ?? null },
			},
		];
	});
}
