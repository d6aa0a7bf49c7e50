import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { portfolioDays } from "@/lib/domains/playbook/constants/portfolio";
import { listJoins } from "@/lib/domains/playbook/data/joins";
import {
	listManagers,
	listPortfolio,
	listWholePortfolio,
	portfolioPage,
} from "@/lib/domains/playbook/data/portfolio";
import { setManager } from "@/lib/domains/playbook/mutations/portfolio";
import { portfolioQuery } from "@/lib/domains/playbook/rules/portfolio-query";
import { portfolioFilterSchema } from "@/lib/domains/playbook/schema";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";

const days = { today: "2026-04-08", stuckBefore: "2026-04-01" } as const;
const COUNT = 75;
let lead: PlatformScope;
let managers: string[];

/**
 * Brands 1 to 75, two items each, of steps 1 and 2: every fifth has none. Of four, one is late on items, one has them done
 * over data below, one is late over data below, one has closed its first step.
 */
beforeAll(async () => {
	const ops = await Promise.all([1, 2].map(() => createMember({ role: "ops_reviewer" })));
	managers = ops.map(({ user }) => user.id);
	for (const [index, id] of managers.entries())
		await db().user.update({ where: { id }, data: { name: `${index + 1}号经理` } });
	lead = (await createMember({ role: "ops_lead" })).scope;
	const all = `generate_series(1, ${COUNT}) n`;
	const id = `'brd_p' || lpad(n::text, 3, '0')`;
	await pool().query(
		`INSERT INTO organisations (id, kind, name) SELECT 'org_p' || n, 'BRAND', n FROM ${all}`,
	);
	await pool().query(
		`INSERT INTO playbook_templates (version, document) VALUES (1, '[]') ON CONFLICT DO NOTHING`,
	);
	await pool().query(
		`INSERT INTO brands (id, organisation_id, name, kind, category, manager_id, playbook_version)
		 SELECT ${id}, 'org_p' || n, '品牌' || n % 9, (ARRAY['WELL_KNOWN', 'NEW_CONSUMPTION'])[1 + n % 2]::brand_kind,
		        '茶饮' || n % 3, (ARRAY[$1, $2, NULL])[1 + n % 3], CASE WHEN n % 5 > 0 THEN 1 END FROM ${all}`,
		managers,
	);
	await pool().query(
		`INSERT INTO playbook_items (id, brand_id, key, template_version, step, position, owner, is_required, evidence_kind, due_on, state, moved_at)
		 SELECT ${id} || s, ${id}, 'k' || s, 1, s, s, 'BRAND', true, 'NONE', date '2026-03-25' + n % 7 + 60 * (s - 1),
		        (CASE WHEN s = 1 AND n % 4 IN (1, 3) THEN 'DONE' ELSE 'OPEN' END)::playbook_item_state, '2026-03-20T00:00:00Z'
		   FROM ${all}, generate_series(1, 2) s WHERE n % 5 > 0`,
	);
	await pool().query(
		`INSERT INTO playbook_steps (brand_id, step, state, since, below_days, judged_day, below_since)
		 SELECT ${id}, s, (CASE WHEN s = 1 AND n % 4 = 3 THEN 'CLOSED' ELSE 'OPEN' END)::playbook_step_state, NULL, 0, '2026-04-07',
		        CASE WHEN n % 4 IN (1, 2) THEN date '2026-03-22' END
		   FROM ${all}, generate_series(1, 5) s WHERE n % 5 > 0`,
	);
	await pool().query("SELECT sum_portfolio_nets('2026-04-07', $1)", [portfolioDays]);
	await pool().query(
		`UPDATE playbook_data_sums SET net_fen = t.n % 8 * 1000, before_fen = CASE WHEN t.n % 6 > 0 THEN 2000 END,
		        before_days = CASE WHEN t.n % 6 > 2 THEN 14 ELSE 13 END
		   FROM (SELECT n, ${id} AS id FROM ${all}) t WHERE t.id = brand_id`,
	);
});

const filterOf = (query: Record<string, string>) => portfolioFilterSchema.parse(query);

/** Every page forwards, then every page back from the last, by the addresses the page itself writes. */
async function walk(query: Record<string, string>): Promise<{ there: string[]; back: string[] }> {
	const [there, back]: [string[], string[]] = [[], []];
	let page = await listPortfolio(lead, filterOf(query), days);
	const total = page.total;
	there.push(...page.rows.map(({ id }) => id));
	while (page.hasNext) {
		const after = page.rows.at(-1)?.cursor;
		page = await listPortfolio(lead, filterOf(portfolioQuery(filterOf(query), { after })), days);
		expect(page.total).toBe(total);
		there.push(...page.rows.map(({ id }) => id));
	}
	back.push(...page.rows.map(({ id }) => id));
	while (page.hasPrevious) {
		const before = page.rows[0]?.cursor;
		page = await listPortfolio(lead, filterOf(portfolioQuery(filterOf(query), { before })), days);
		back.unshift(...page.rows.map(({ id }) => id));
	}
	return { there, back };
}

test("every order is walked both ways without gaps or doubles, rows without a value last", async () => {
	for (const sort of ["stuck", "name", "step", "net", "growth", "manager"])
		for (const order of ["asc", "desc"]) {
			const { there, back } = await walk({ sort, order });
			expect(new Set(there).size, `${sort} ${order}`).toBe(COUNT);
			expect([there.length, back], `${sort} ${order}`).toEqual([COUNT, there]);
			const whole = await listWholePortfolio(lead, filterOf({ sort, order }), days);
			expect(whole.map(({ id }) => id)).toEqual(there);
			const isNull = whole.map(({ cursor }) => cursor.value === null);
			expect(isNull, `${sort} ${order}`).toEqual([...isNull].sort((a, b) => Number(a) - Number(b)));
		}
});

test("the total stays right past the last page; a foreign cursor is the first page", async () => {
	const past = filterOf({ sort: "net", after: "v-999~brd_p000" });
	expect(await listPortfolio(lead, past, days)).toMatchObject({ rows: [], total: COUNT, hasPrevious: true });
	const foreign = await listPortfolio(lead, filterOf({ sort: "net", after: "v2026-01-01~brd_p001" }), days);
	expect(foreign.rows).toHaveLength(portfolioPage);
	expect(foreign.hasPrevious).toBe(false);
});

test("filters narrow the list, the sums above it stay; each finds what its own rule says", async () => {
	const whole = await listWholePortfolio(lead, filterOf({}), days);
	const count = async (query: Record<string, string>) =>
		(await listPortfolio(lead, filterOf(query), days)).total;
	expect(await count({ kind: "WELL_KNOWN" })).toBe(whole.filter(({ kind }) => kind === "WELL_KNOWN").length);
	expect(await count({ manager: managers[0] ?? "" })).toBe(25);
	expect(await count({ manager: "none", q: "茶饮2" })).toBe(25);
	expect(await count({ state: "none" })).toBe(15);
	expect(await count({ step: "2" })).toBe(whole.filter(({ step }) => step === 2).length);
	const reasons = Map.groupBy(whole, ({ stuckReason }) => stuckReason);
	const sizeOf = (reason: "ITEMS" | "DATA" | "BOTH") => reasons.get(reason)?.length ?? 0;
	expect([sizeOf("ITEMS"), sizeOf("DATA"), sizeOf("BOTH")].every((size) => size > 0)).toBe(true);
	expect(await count({ state: "items" })).toBe(sizeOf("ITEMS") + sizeOf("BOTH"));
	expect(await count({ state: "data" })).toBe(sizeOf("DATA") + sizeOf("BOTH"));
	const { sums } = await listPortfolio(lead, filterOf({ state: "data" }), days);
	const stuck = sizeOf("ITEMS") + sizeOf("DATA") + sizeOf("BOTH");
	expect(sums).toEqual({ total: COUNT, stuck, unstarted: 15, unmanaged: 25 });
});

test("stuck names what holds it and since when; a step is over when it is closed and its items are done", async () => {
	const find = async (id: string, at: { today: string; stuckBefore: string } = days) => {
		const rows = await listWholePortfolio(lead, filterOf({}), at as typeof days);
		const { step, stuckSince, stuckReason } = rows.find((row) => row.id === id) ?? {};
		return { step, stuckSince, stuckReason };
	};
	// Done on the 20th, below since the 22nd.
	expect(await find("brd_p001")).toEqual({ step: 1, stuckSince: "2026-03-22", stuckReason: "DATA" });
	const onTheDay = { ...days, stuckBefore: "2026-03-22" };
	expect(await find("brd_p001", onTheDay)).toEqual({ step: 1, stuckSince: null, stuckReason: null });
	expect(await find("brd_p002")).toEqual({ step: 1, stuckSince: "2026-03-27", stuckReason: "BOTH" });
	expect(await find("brd_p003")).toEqual({ step: 2, stuckSince: null, stuckReason: null });
	expect(await find("brd_p004")).toEqual({ step: 1, stuckSince: "2026-03-29", stuckReason: "ITEMS" });
	expect(await find("brd_p005")).toEqual({ step: null, stuckSince: null, stuckReason: null });
	await db().playbookItem.updateMany({ where: { brandId: "brd_p003", step: 1 }, data: { state: "OPEN" } });
	expect(await find("brd_p003")).toEqual({ step: 1, stuckSince: "2026-03-28", stuckReason: "ITEMS" });
	await pool().query("DELETE FROM playbook_steps WHERE brand_id = 'brd_p001'");
	expect(await find("brd_p001")).toEqual({ step: 1, stuckSince: "2026-03-20", stuckReason: "DATA" });
});

test("two moves of one brand at once are both in its sums", async () => {
	await Promise.all(
		["brd_p0071", "brd_p0072"].map((id) =>
			db().playbookItem.update({ where: { id }, data: { state: "DONE" } }),
		),
	);
	const { rows } = await pool().query("SELECT done FROM playbook_item_sums WHERE brand_id = 'brd_p007'");
	expect(rows).toEqual([{ done: [1, 1, 0, 0, 0] }]);
});

test("a new manager is told, and so is the one before; the same again tells nobody; an unknown brand is not there", async () => {
	const [first = "", second = ""] = managers;
	const brandIds = ["brd_p006", "brd_p009"];
	expect(await setManager(lead, { brandIds, managerId: second })).toEqual({ ok: true, count: 2 });
	expect(await setManager(lead, { brandIds, managerId: second })).toEqual({ ok: true, count: 0 });
	const told = await db().notification.findMany({
		where: { kind: { in: ["playbookManagerNow", "playbookManagerNoMore"] } },
		select: { kind: true, userId: true, href: true },
		orderBy: [{ kind: "asc" }, { href: "asc" }],
	});
	expect(told).toEqual(
		brandIds
			.map((id) => ({ kind: "playbookManagerNoMore", userId: first, href: `/ops/brands/${id}` }))
			.concat(
				brandIds.map((id) => ({ kind: "playbookManagerNow", userId: second, href: `/ops/brands/${id}` })),
			),
	);
	expect(await db().auditEntry.count({ where: { action: "brand.manager" } })).toBe(2);
	await expect(setManager(lead, { brandIds: ["brd_none"], managerId: first })).rejects.toThrow(
		new AppError("NOT_FOUND").message,
	);
});

test("the page costs four questions, whatever the number of brands on it", async () => {
	const asked = vi.spyOn(pg.Client.prototype, "query");
	const count = async (query: Record<string, string>) => {
		const { rows } = await listPortfolio(lead, filterOf(query), days);
		await Promise.all([listManagers(lead), listJoins(lead, ["2025-05"])]);
		return { rows: rows.length, asked: asked.mock.calls.splice(0).length };
	};
	await count({});
	expect(await count({})).toEqual({ rows: portfolioPage, asked: 4 });
	expect(await count({ q: "品牌1", manager: "none", state: "none" })).toMatchObject({ asked: 4 });
});
