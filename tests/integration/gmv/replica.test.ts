import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { listCellLines, readCellTotals } from "@/lib/domains/gmv/data/cell-lines";
import { listGroups, readSeries, readTotal } from "@/lib/domains/gmv/data/explorer";
import { streamExport } from "@/lib/domains/gmv/data/explorer-export";
import { selectAll, selectOwn } from "@/lib/domains/gmv/data/explorer-selection";
import { readMonthsKnownOn } from "@/lib/domains/gmv/data/known-on";
import { readPartnerGmv } from "@/lib/domains/gmv/data/partners";
import { readMonthCells, viewOwnShop } from "@/lib/domains/gmv/data/shop-view";
import { bindShop, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { explorerFilterSchema } from "@/lib/domains/gmv/schema/explorer";
import { readPlatformDays } from "@/lib/domains/programme/data/standings";
import { closeDatabase } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { closeReplica, reportReader } from "@/lib/platform/db/reports";
import { provideEnv, readEnv } from "@/lib/platform/env/env";
import { importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

/**
 * Two databases stand for a primary and its replica. The second is a copy in which every amount is ten times as large, so
 * that each answer tells where it comes from.
 */
const PRIMARY = 10_000n;
const REPLICA = 100_000n;
const march = { from: "2026-03-01", to: "2026-04-01" };
const day = "2026-03-01";
const reports = reportReader();
const replicaName = `replica_${randomBytes(6).toString("hex")}`;
const primaryUrl = readEnv().DATABASE_URL ?? "";
const urlOf = (name: string) => Object.assign(new URL(primaryUrl), { pathname: `/${name}` }).href;

async function ask<Row extends pg.QueryResultRow>(database: string, sql: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: urlOf(database) });
	await client.connect();
	try {
		return (await client.query<Row>(sql)).rows;
	} finally {
		await client.end();
	}
}

async function copyPrimary(): Promise<void> {
	await closeDatabase();
	const name = new URL(primaryUrl).pathname.slice(1);
	await ask("postgres", `CREATE DATABASE ${replicaName} TEMPLATE ${name}`);
	for (const table of ["gmv_shop_days", "gmv_partner_days", "gmv_partner_months", "gmv_platform_days"])
		await ask(replicaName, `UPDATE ${table} SET paid_fen = paid_fen * 10`);
	await ask(
		replicaName,
		"ALTER TABLE order_lines DISABLE TRIGGER USER; UPDATE order_lines SET amount_fen = amount_fen * 10",
	);
}

async function arrange() {
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const owner = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ name: "一风", organisationId: owner.organisation.id });
	await importText(orderFile([orderLine({ amount: "100.00" })]));
	const bound = await bindShop(ops, {
		partnerId: partner.id,
		shopCode: "S-1",
		trackCode: "brand_operation",
		fromDay: "2026-01-01",
		reason: "测试",
	});
	if (!bound.ok) throw new Error(bound.reason);
	await pool().query(
		`INSERT INTO programmes (code, name_zh, name_en, start_day, end_day) VALUES ('test', '一', 'One', '2026-01-01', '2027-01-01')
		 ON CONFLICT DO NOTHING`,
	);
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM shops");
	return {
		ops,
		own: owner.scope,
		partnerId: partner.id,
		bindingId: bound.bindingId,
		shopId: rows[0]?.id ?? 0,
	};
}

let world: Awaited<ReturnType<typeof arrange>>;

beforeAll(async () => {
	world = await arrange();
	await copyPrimary();
	provideEnv({ DATABASE_REPLICA_URL: urlOf(replicaName) });
});

afterEach(async () => {
	vi.restoreAllMocks();
	await closeReplica();
	provideEnv({ DATABASE_REPLICA_URL: urlOf(replicaName) });
});

afterAll(async () => {
	await closeReplica();
	provideEnv({ DATABASE_REPLICA_URL: "" });
	await ask("postgres", `DROP DATABASE IF EXISTS ${replicaName} WITH (FORCE)`);
});

const filter = explorerFilterSchema.parse({});
const selectEverything = () => selectAll(world.ops, filter);
const readPaid = async () => (await readTotal(reports, await selectEverything(), march)).paidFen;

test("explorer, drill-down, export and dashboard read the replica", async () => {
	const all = await selectEverything();
	const own = await selectOwn(world.own, filter);
	const view = await viewOwnShop(world.own, world.shopId);
	if (!own || !view) throw new Error("the partner sees nothing");
	expect((await listGroups(reports, all, march, "paid", 1, 5)).total.paidFen).toBe(REPLICA);
	expect((await listGroups(reports, own, march, "paid", 1, 5)).total.paidFen).toBe(REPLICA);
	expect((await readSeries(reports, all, march, "day", []))[0]?.paidFen).toBe(REPLICA);
	expect((await readMonthCells(reports, view, "2026-03"))[0]?.paidFen).toBe(REPLICA);
	expect((await readCellTotals(reports, view, day, null)).paidFen).toBe(REPLICA);
	expect((await listCellLines(reports, view, day, null, "")).lines[0]?.amountFen).toBe(REPLICA);
	for await (const [row] of streamExport(reports, all, march, "month")) expect(row?.paidFen).toBe(REPLICA);
	expect((await readPlatformDays(reports, world.ops, "2026-03-31"))[0]?.netFen).toBe(REPLICA);
});

test("what is decided by, proved, or asked as of an instant is read from the primary", async () => {
	expect((await readPartnerGmv(world.partnerId, "2026-03-31")).netFen).toBe(PRIMARY);
	expect((await readMonthsKnownOn(new Date()))[0]?.paidFen).toBe(PRIMARY);
});

test("a partner whose shop was taken away sees nothing of it, whatever the replica still says", async () => {
	const ended = await endBinding(world.ops, {
		bindingId: world.bindingId,
		toDay: "2026-02-01",
		reason: "测试",
	});
	expect(ended).toMatchObject({ ok: true });
	const view = await viewOwnShop(world.own, world.shopId);
	if (!view) throw new Error("the shop was its own in January");
	expect(await readMonthCells(reports, view, "2026-03")).toEqual([]);
	expect((await listCellLines(reports, view, day, null, "")).lines).toEqual([]);
	expect((await readCellTotals(reports, view, day, null)).paidFen).toBe(0n);
});

test("nothing is ever written to the replica: not by what changes data, nor by a reader that tries", async () => {
	const count = `SELECT (SELECT count(*) FROM order_lines) AS lines, (SELECT count(*) FROM import_batches) AS batches,
		(SELECT count(*) FROM audit_entries) AS audits, (SELECT count(*) FROM gmv_platform_days) AS days`;
	const before = await ask(replicaName, count);
	expect(await importText(orderFile([orderLine({ event: "E2", at: "2026-05-01 10:00:00" })]))).toMatchObject({
		accepted: 1,
	});
	expect(await ask(replicaName, count)).toEqual(before);
	await expect(reports.query("DELETE FROM audit_entries")).rejects.toMatchObject({ code: "25006" });
	const client = await reports.connect();
	await expect(client.query("CREATE TABLE t (n int)")).rejects.toMatchObject({ code: "25006" });
	client.release();
	expect(await ask(replicaName, count)).toEqual(before);
});

test("a question that is wrong is told so and not asked a second time", async () => {
	const asked = vi.spyOn(pool(), "query");
	await expect(reports.query("SELECT FROM WHERE")).rejects.toMatchObject({ code: "42601" });
	await expect(reports.query("SELECT 1 / 0")).rejects.toMatchObject({ code: "22012" });
	expect(asked).not.toHaveBeenCalled();
});

test("without its replica the portal reads the primary, says so once, and goes back when the replica does", async () => {
	const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
	const lines = () =>
		told.mock.calls.map(([text]) => String(text)).filter((text) => text.includes("REPLICA"));
	let now = performance.now();
	vi.spyOn(performance, "now").mockImplementation(() => now);
	expect(await readPaid()).toBe(REPLICA);

	await ask("postgres", `ALTER DATABASE ${replicaName} WITH ALLOW_CONNECTIONS false`);
	await ask(
		"postgres",
		`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${replicaName}'`,
	);
	for (let times = 0; times < 3; times++) expect(await readPaid()).toBe(PRIMARY);
	(await reports.connect()).release();
	expect(lines()).toHaveLength(1);
	expect(lines()[0]).toContain("reports read the primary");

	await ask("postgres", `ALTER DATABASE ${replicaName} WITH ALLOW_CONNECTIONS true`);
	expect(await readPaid()).toBe(PRIMARY);
	now += 11_000;
	expect(await readPaid()).toBe(REPLICA);
	expect(lines()).toHaveLength(2);
	expect(lines()[1]).toContain("answers again");
});

test("a replica that was never there costs one attempt", async () => {
	const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
	provideEnv({ DATABASE_REPLICA_URL: "postgresql://nobody@127.0.0.1:1/none" });
	expect(await Promise.all([readPaid(), readPaid(), readPaid()])).toEqual([PRIMARY, PRIMARY, PRIMARY]);
	expect(told.mock.calls.filter(([text]) => String(text).includes("REPLICA"))).toHaveLength(1);
});

test("a replica that has not heard of a new table yet is not asked for it", async () => {
	vi.spyOn(process.stderr, "write").mockReturnValue(true);
	await pool().query("CREATE TABLE newest (n int); INSERT INTO newest VALUES (1)");
	expect((await reports.query("SELECT n FROM newest")).rows).toEqual([{ n: 1 }]);
	await pool().query("DROP TABLE newest");
});
