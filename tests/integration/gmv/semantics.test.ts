import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { listFreeShops, listUnattributedShops } from "@/lib/domains/gmv/data/free-shops";
import { readMonthsKnownOn } from "@/lib/domains/gmv/data/known-on";
import { reconcile } from "@/lib/domains/gmv/data/reconcile";
import { listUnknownSales, listUnknownSalesByShop } from "@/lib/domains/gmv/data/unknown-sales";
import { bindShop } from "@/lib/domains/gmv/mutations/bindings";
import { pool } from "@/lib/platform/db/pool";
import {
	importShopDayText,
	importText,
	orderHeader,
	orderLine,
	readPlatformTotal,
} from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

beforeEach(emptyGmv);

const invariants = readFileSync(new URL("../../../prisma/sql/invariants.sql", import.meta.url), "utf8");
const readViolations = async () => (await reconcile(invariants)).violations;

const fileWithSales = (lines: readonly [line: string, sale: string][]) =>
	`${[`${orderHeader},sale_event_id,streamer_id,exclusive`, ...lines.map(([line, sale]) => `${line},${sale},St-1,是`)].join("\n")}\n`;

test("a refund counts on its own day and month, not on the sale's", async () => {
	await importText(
		fileWithSales([
			[orderLine({ event: "S", at: "2026-01-31 23:59:59", amount: "80.00" }), ""],
			[orderLine({ event: "R", type: "refund", at: "2026-02-01 00:00:00", amount: "80.00" }), "S"],
		]),
	);
	expect(await readMonthsKnownOn(new Date())).toEqual([
		{ month: "2026-01", paidFen: 8_000n, refundedFen: 0n },
		{ month: "2026-02", paidFen: 0n, refundedFen: 8_000n },
	]);
});

test("refunds of sales nobody sent count, are listed with their sum, and leave the list when the sale comes", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	await importText(
		fileWithSales([
			[orderLine({ event: "R1", type: "refund", amount: "30.00" }), "S1"],
			[orderLine({ event: "R2", type: "refund", amount: "5.00", at: "2026-03-02 10:00:00" }), "S2"],
			// Named, but a refund is no sale.
			[orderLine({ event: "R3", type: "refund", amount: "1.00" }), "R1"],
			// Names none: nothing can be said.
			[orderLine({ event: "R4", type: "refund", amount: "2.00" }), ""],
		]),
	);
	expect((await readPlatformTotal()).refunded).toBe(3_800n);
	const listed = await listUnknownSales(scope);
	expect(listed).toMatchObject({ total: 3, amountFen: 3_600n });
	expect(listed.refunds.map((row) => [row.eventId, row.saleEventId, row.day])).toEqual([
		["R2", "S2", "2026-03-02"],
		["R1", "S1", "2026-03-01"],
		["R3", "R1", "2026-03-01"],
	]);
	// Another source's event of the same name is another sale.
	await importText(fileWithSales([[orderLine({ event: "S2", amount: "9.00" }), ""]]), "other-source");
	expect((await listUnknownSales(scope)).total).toBe(3);
	await importText(fileWithSales([[orderLine({ event: "S1", at: "2026-01-05 10:00:00" }), ""]]));
	expect((await listUnknownSales(scope)).refunds.map((row) => row.eventId)).toEqual(["R2", "R3"]);
});

test("shops that give back what they never sold, the biggest amount first, with who has them and their lines", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	const { scope: auditor } = await createMember({ role: "auditor" });
	expect(await listUnknownSalesByShop(auditor, "2026-03-05")).toEqual({
		shops: [],
		total: 0,
		refunds: 0,
		amountFen: 0n,
	});
	const many = Array.from({ length: 23 }, (_, i): [string, string] => [
		orderLine({ event: `M${i}`, type: "refund", shop: `MANY-${i + 10}`, amount: "0.50" }),
		"NONE",
	]);
	await importText(
		fileWithSales([
			[orderLine({ event: "R1", type: "refund", shop: "S-1", amount: "3.00" }), "A"],
			[
				orderLine({ event: "R2", type: "refund", shop: "S-1", amount: "3.50", at: "2026-03-03 10:00:00" }),
				"B",
			],
			[orderLine({ event: "R3", type: "refund", shop: "S-2", amount: "9.00" }), "C"],
			...many,
		]),
	);
	const partner = await createPartner({ name: "一风" });
	const bound = { partnerId: partner.id, trackCode: "brand_operation", fromDay: "2026-03-02", reason: "x" };
	await bindShop(scope, { ...bound, shopCode: "S-1" });
	const first = await listUnknownSalesByShop(auditor, "2026-03-05");
	expect(first).toMatchObject({ total: 25, refunds: 26, amountFen: 2_700n });
	expect(first.shops).toHaveLength(20);
	expect(first.shops.slice(0, 2)).toMatchObject([
		{ code: "S-2", refunds: 1, amountFen: 900n, holder: null },
		{
			code: "S-1",
			refunds: 2,
			amountFen: 650n,
			firstDay: "2026-03-01",
			lastDay: "2026-03-03",
			holder: "一风",
		},
	]);
	expect((await listUnknownSalesByShop(auditor, "2026-03-05", 2)).shops).toHaveLength(5);
	expect(await listUnknownSalesByShop(auditor, "2026-03-05", 9)).toMatchObject({ shops: [], total: 25 });
	const lines = await listUnknownSales(auditor, 1, "S-1");
	expect(lines).toMatchObject({ total: 2, amountFen: 650n });
	expect(lines.refunds.map(({ eventId }) => eventId)).toEqual(["R2", "R1"]);
	expect(await listUnknownSales(auditor, 1, "NOBODY")).toMatchObject({ refunds: [], total: 0 });
});

test("what nobody got is listed by shop whoever has it today, and adds up to the platform's unattributed", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	await importText(
		fileWithSales([
			[orderLine({ event: "A", shop: "S-1", amount: "70.00", at: "2026-02-01 10:00:00" }), ""],
			[orderLine({ event: "B", shop: "S-1", amount: "5.00", at: "2026-03-01 10:00:00" }), ""],
			[orderLine({ event: "C", shop: "S-2", amount: "9.00" }), ""],
			[orderLine({ event: "D", shop: "S-3", amount: "1.00" }), ""],
		]),
	);
	const partner = await createPartner({ name: "一风" });
	const bind = (shopCode: string, fromDay: string) =>
		bindShop(scope, { partnerId: partner.id, shopCode, trackCode: "brand_operation", fromDay, reason: "x" });
	await bind("S-1", "2026-02-15");
	await bind("S-3", "2026-01-01");
	const all = await listUnattributedShops(scope, { q: "", show: "all", page: 1 }, "2026-03-05");
	expect(all.total).toBe(2);
	expect(all.shops.map(({ code, paidFen, holder }) => [code, paidFen, holder])).toEqual([
		["S-1", 7_000n, "一风"],
		["S-2", 900n, null],
	]);
	const sum = all.shops.reduce((fen, shop) => fen + shop.paidFen - shop.refundedFen, 0n);
	expect((await readPlatformTotal()).unattributed).toBe(sum);
	const found = await listUnattributedShops(scope, { q: "s-2", show: "all", page: 1 }, "2026-03-05");
	expect(found.shops.map(({ code }) => code)).toEqual(["S-2"]);
});

test("shops nobody knew are kept, unattributed and listed, the biggest first", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	await importText(
		fileWithSales([
			[orderLine({ line: 1, shop: "NEW-1", amount: "1.00" }), ""],
			[orderLine({ line: 2, shop: "NEW-2", amount: "2.00" }), ""],
		]),
	);
	const { shops, total } = await listFreeShops(scope, { q: "", page: 1 }, "2026-03-05");
	expect(total).toBe(2);
	expect(shops.map((shop) => [shop.code, shop.name, shop.paidFen])).toEqual([
		["NEW-2", null, 200n],
		["NEW-1", null, 100n],
	]);
	expect(await readPlatformTotal()).toEqual({ paid: 300n, refunded: 0n, unattributed: 300n });
});

test("the key holds over months: the same line dated elsewhere is a conflict, and the database says so to any writer", async () => {
	await importText(fileWithSales([[orderLine({ at: "2026-03-01 10:00:00" }), ""]]));
	const moved = await importText(fileWithSales([[orderLine({ at: "2026-01-01 10:00:00" }), ""]]));
	expect(moved).toMatchObject({ ok: true, accepted: 0, conflict: 1 });
	for (const table of ["order_lines", "order_lines_2026_01"])
		await expect(
			pool().query(
				`INSERT INTO ${table} (source_id, event_id, line_no, type, occurred_at, day, shop_id, quantity, amount_fen, product_id,
				        product_name, batch_id)
				 SELECT source_id, event_id, line_no, type, occurred_at, '2026-01-01', shop_id, quantity, amount_fen, product_id,
				        product_name, batch_id FROM order_lines`,
			),
		).rejects.toThrow("order_line_keys_pkey");
	const { rows } = await pool().query(
		"SELECT day, streamer_id, is_exclusive, tableoid::regclass::text AS place FROM order_lines",
	);
	expect(rows).toEqual([
		{ day: "2026-03-01", streamer_id: "St-1", is_exclusive: true, place: "order_lines_2026_03" },
	]);
});

test("months are made as lines need them, none that nobody expects, and a quarter ahead", async () => {
	await importText(fileWithSales([[orderLine({ at: "2003-07-01 10:00:00" }), ""]]));
	const { rows } = await pool().query("SELECT tableoid::regclass::text AS place FROM order_lines");
	expect(rows).toEqual([{ place: "order_lines_2003_07" }]);
	await expect(pool().query("SELECT ensure_fact_partition('order_lines', '1999-12-01')")).rejects.toThrow(
		"no facts are expected",
	);
	await expect(
		pool().query(
			"SELECT ensure_fact_partition('order_lines', (date_trunc('month', now()) + interval '6 months')::date)",
		),
	).rejects.toThrow("no facts are expected");
	const { rows: defaults } = await pool().query(
		`SELECT count(*)::int AS n FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
		  WHERE i.inhparent IN ('order_lines'::regclass, 'shop_day_facts'::regclass)
		    AND pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT'`,
	);
	expect(defaults).toEqual([{ n: 0 }]);
});

test("an old month is taken out of the facts: every proof still holds, and none of its lines is ever taken again", async () => {
	const old = [
		orderLine({ line: 1, at: "2015-05-31 10:00:00", amount: "5.00" }),
		orderLine({ line: 2, at: "2015-06-01 10:00:00", amount: "7.00" }),
	];
	const send = (lines: readonly string[]) => importText(fileWithSales(lines.map((line) => [line, ""])));
	await send(old);
	await expect(pool().query("SELECT retire_fact_month(date_trunc('month', now())::date)")).rejects.toThrow(
		"must be kept",
	);
	await pool().query("SELECT retire_fact_month('2015-05-01')");
	const { rows } = await pool().query("SELECT line_no FROM order_lines");
	expect(rows).toEqual([{ line_no: 2 }]);
	expect((await readPlatformTotal()).paid).toBe(1_200n);
	expect(await readViolations()).toEqual([]);

	expect(await send(old)).toMatchObject({ accepted: 0, duplicate: 2 });
	const changed = await send([
		orderLine({ line: 1, at: "2015-05-31 10:00:00", amount: "6.00" }),
		orderLine({ line: 3, at: "2015-05-30 10:00:00", amount: "1.00" }),
	]);
	expect(changed).toMatchObject({ accepted: 1, conflict: 1 });
	expect(await readViolations()).toEqual([]);

	const summary = "day,shop_id,channel,paid,refunded,sale_orders\n2015-05-02,S-1,public,9.00,1.00,3\n";
	await importShopDayText(summary);
	await pool().query("SELECT retire_fact_month('2015-05-01')");
	expect(await importShopDayText(summary)).toMatchObject({
		ok: false,
		reason: "MONTH_RETIRED",
		params: { columns: "2015-05" },
	});
	expect(await readViolations()).toEqual([]);
	const { rows: retired } = await pool().query<{ name: string }>(
		"SELECT relname AS name FROM pg_class WHERE relname LIKE 'retired_%_2015_05%' AND relkind = 'r'",
	);
	for (const { name } of retired) await pool().query(`DROP TABLE ${name}`);
});
