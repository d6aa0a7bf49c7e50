import { expect, test } from "vitest";
import { portfolioDays } from "@/lib/domains/playbook/constants/portfolio";
import { listJoins } from "@/lib/domains/playbook/data/joins";
import { findOwnBrand } from "@/lib/domains/playbook/data/own-brand";
import { listPortfolio } from "@/lib/domains/playbook/data/portfolio";
import { portfolioFilterSchema } from "@/lib/domains/playbook/schema";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { reportReader } from "@/lib/platform/db/reports";
import { newId } from "@/lib/platform/id/id";
import { createMember } from "@/tests/factories/identity";

const period = { from: "2026-03-01", to: "2026-03-31" };

async function createBrand(name: string, days: Record<string, [paidFen: bigint, refundedFen: bigint]>) {
	const manager = await createMember({ role: "brand_manager" });
	const brand = await db().brand.create({
		data: {
			id: newId("brd"),
			organisationId: manager.organisation.id,
			name,
			kind: "WELL_KNOWN",
			category: "茶饮",
		},
	});
	const shop = await db().shop.create({
		data: { code: newId("shop"), name: `${name}旗舰店`, brandId: brand.id },
	});
	const source = await db().gmvSource.create({ data: { code: newId("src"), grain: "SHOP_DAY" } });
	for (const day of Object.keys(days))
		await db().$executeRaw`SELECT ensure_fact_partitions(${day}::date, ${day}::date)`;
	await db().shopDayFact.createMany({
		data: Object.entries(days).map(([day, [paidFen, refundedFen]]) => ({
			...{ sourceId: source.id, shopId: shop.id, day: new Date(day), channel: "self_live" as const },
			...{ paidFen, refundedFen, saleOrders: 1 },
		})),
	});
	await db().$executeRaw`INSERT INTO gmv_shop_days (day, shop_id, channel, source_id, paid_fen, refunded_fen)
		SELECT day, shop_id, channel, source_id, paid_fen, refunded_fen FROM shop_day_facts WHERE shop_id = ${shop.id}`;
	await db()
		.$executeRaw`INSERT INTO gmv_platform_days (day, paid_fen, refunded_fen, unattributed_paid_fen, unattributed_refunded_fen)
		SELECT day, sum(paid_fen), sum(refunded_fen), sum(paid_fen), sum(refunded_fen) FROM gmv_shop_days GROUP BY day
		ON CONFLICT (day) DO UPDATE SET paid_fen = EXCLUDED.paid_fen, refunded_fen = EXCLUDED.refunded_fen,
		  unattributed_paid_fen = EXCLUDED.paid_fen, unattributed_refunded_fen = EXCLUDED.refunded_fen`;
	return manager;
}

test("a brand sees its own shops, over the half-open period, net of refunds", async () => {
	const own = await createBrand("听澜", {
		"2026-02-28": [9_000n, 0n],
		"2026-03-01": [1_000n, 100n],
		"2026-03-30": [2_000n, 0n],
		"2026-03-31": [7_000n, 0n],
	});
	const other = await createBrand("观潮", { "2026-03-02": [50_000n, 0n] });
	const brand = await findOwnBrand(reportReader(), own.scope, period);
	expect(brand).toMatchObject({ name: "听澜", netFen: 2_900n });
	expect(brand?.shops).toMatchObject([
		{ name: "听澜旗舰店", paidFen: 3_000n, refundedFen: 100n, netFen: 2_900n },
	]);
	expect((await findOwnBrand(reportReader(), other.scope, period))?.shops.map((shop) => shop.name)).toEqual([
		"观潮旗舰店",
	]);
});

test("an organisation without a brand record has no overview", async () => {
	const manager = await createMember({ role: "brand_manager" });
	expect(await findOwnBrand(reportReader(), manager.scope, period)).toBeNull();
});

test("the portfolio shows 28 whole days, each brand's own, against the same days a year before", async () => {
	await createBrand("听雨", {
		"2025-03-03": [400n, 0n],
		"2025-03-04": [1_000n, 0n],
		"2025-03-31": [1_000n, 0n],
		"2025-04-01": [9_000n, 0n],
		"2026-03-03": [9_000n, 0n],
		"2026-03-04": [1_500n, 500n],
		"2026-03-31": [2_000n, 0n],
		"2026-04-01": [9_000n, 0n],
	});
	await createBrand("听雪", { "2026-03-20": [700n, 0n] });
	const { scope } = await createMember({ role: "ops_lead" });
	await pool().query("SELECT sum_portfolio_nets('2026-03-31', $1)", [portfolioDays]);
	const filter = portfolioFilterSchema.parse({ sort: "net" });
	const { rows } = await listPortfolio(scope, filter, { today: "2026-04-01", stuckBefore: "2026-03-25" });
	const nets = ["听雨", "听雪"].map((name) => {
		const { netFen, beforeFen, beforeDays } = rows.find((row) => row.name === name) ?? {};
		return { netFen, beforeFen, beforeDays };
	});
	expect(nets).toEqual([
		{ netFen: 3_000n, beforeFen: 2_000n, beforeDays: 2 },
		{ netFen: 700n, beforeFen: null, beforeDays: 0 },
	]);
});

test("brands are counted in the month of Shanghai in which they joined", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	const joined = [
		["2031-01-31T15:59:59Z", "WELL_KNOWN"],
		["2031-01-31T16:00:00Z", "WELL_KNOWN"],
		["2031-02-10T00:00:00Z", "NEW_CONSUMPTION"],
	] as const;
	for (const [createdAt, kind] of joined) {
		const { organisation } = await createMember({ role: "brand_manager" });
		await db().brand.create({
			data: {
				...{ id: newId("brd"), organisationId: organisation.id, name: "晚风", category: "茶饮" },
				...{ kind, createdAt: new Date(createdAt) },
			},
		});
	}
	const february = { month: "2031-02", wellKnown: 1, newConsumption: 1 };
	expect(await listJoins(scope, ["2031-02", "2031-03"])).toEqual([february]);
	expect(await listJoins(scope, ["2031-01", "2031-02"])).toEqual([
		{ month: "2031-01", wellKnown: 1, newConsumption: 0 },
		february,
	]);
});
