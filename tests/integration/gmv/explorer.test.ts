import { beforeEach, describe, expect, test } from "vitest";
import { listCellLines, listDaySummaries, readCellTotals } from "@/lib/domains/gmv/data/cell-lines";
import { findGroups, listGroups, readSeries, readTotal } from "@/lib/domains/gmv/data/explorer";
import { streamExport } from "@/lib/domains/gmv/data/explorer-export";
import { selectAll, selectOwn } from "@/lib/domains/gmv/data/explorer-selection";
import {
	listShopEvents,
	listSpans,
	readMonthCells,
	seesDay,
	viewOwnShop,
	viewShop,
} from "@/lib/domains/gmv/data/shop-view";
import { bindShop, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { buildTable, type Compared, type ExplorerTable } from "@/lib/domains/gmv/rules/explorer-table";
import { explorerFilterSchema, groupings } from "@/lib/domains/gmv/schema/explorer";
import { pool } from "@/lib/platform/db/pool";
import { reportReader } from "@/lib/platform/db/reports";
import { importShopDayText, importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

const reports = reportReader();
const year = { from: "2026-01-01", to: "2026-07-01" };
const odd = { from: "2026-01-11", to: "2026-05-21" };
const filterOf = (values: object = {}) => explorerFilterSchema.parse(values);

async function createPartnerWithOwner(name: string, track: string) {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ name, track, organisationId: member.organisation.id });
	return { partner, scope: member.scope };
}

type World = {
	ops: Awaited<ReturnType<typeof createMember<"ops_lead">>>["scope"];
	one: Awaited<ReturnType<typeof createPartnerWithOwner>>;
	two: Awaited<ReturnType<typeof createPartnerWithOwner>>;
};
let world: World;

/**
 * Six shops over half a year in three channels. S-1 is one's until 17 March; S-2 is one's and, in another track, two's;
 * S-3 is two's from 10 February on; S-4 to S-6 are nobody's. S-5 comes as day summaries.
 */
beforeEach(async () => {
	await emptyGmv();
	const channels = ["distribution", "self_live", "other"];
	const lines = Array.from({ length: 240 }, (_, i) =>
		orderLine({
			event: `E${i}`,
			line: 1,
			shop: `S-${(i % 4) + 1}`,
			at: `2026-0${(i % 6) + 1}-${String((i % 28) + 1).padStart(2, "0")} 12:00:00`,
			channel: channels[i % 3],
			amount: `${i + 1}.${String(i % 100).padStart(2, "0")}`,
			type: i % 7 === 6 ? "refund" : "sale",
			buyer: `BUYER${i}`,
		}),
	);
	await importText(orderFile(lines));
	await importShopDayText(
		"day,shop_id,channel,paid,refunded,sale_orders\n2026-03-05,S-5,public,500.05,20.01,7\n2026-03-05,S-6,public,0.01,0.00,1\n",
	);
	await pool().query("UPDATE shops SET region = '浙江省' WHERE code IN ('S-1', 'S-2')");
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const one = await createPartnerWithOwner("一风", "brand_operation");
	const two = await createPartnerWithOwner("二风", "supply_chain");
	const bind = async (partnerId: string, shopCode: string, trackCode: string, fromDay: string) => {
		const bound = await bindShop(ops, { partnerId, shopCode, trackCode, fromDay, reason: "测试" });
		if (!bound.ok) throw new Error(bound.reason);
		return bound.bindingId;
	};
	const first = await bind(one.partner.id, "S-1", "brand_operation", "2026-01-01");
	await endBinding(ops, { bindingId: first, toDay: "2026-03-17", reason: "测试" });
	await bind(one.partner.id, "S-2", "brand_operation", "2026-01-01");
	await bind(two.partner.id, "S-2", "supply_chain", "2026-01-01");
	await bind(two.partner.id, "S-3", "supply_chain", "2026-02-10");
	world = { ops, one, two };
});

/** The same question asked of the shop days, one by one, without any rollup of months or partners. */
async function readPlainly(group: string, range: { from: string; to: string }) {
	const keys: Record<string, string> = {
		partner: "b.partner_id",
		track: "b.track_code",
		shop: "d.shop_id::text",
		channel: "d.channel::text",
		region: "coalesce(s.region, 'none')",
	};
	const join =
		group === "partner" || group === "track"
			? `LEFT JOIN shop_bindings b ON b.shop_id = d.shop_id AND b.status = 'CONFIRMED'
			      AND b.from_day <= d.day AND (b.to_day IS NULL OR d.day < b.to_day)`
			: "";
	const { rows } = await pool().query<{ key: string | null; paid: bigint; refunded: bigint }>(
		`SELECT ${keys[group]} AS key, sum(paid_fen)::bigint AS paid, sum(refunded_fen)::bigint AS refunded
		   FROM gmv_shop_days d JOIN shops s ON s.id = d.shop_id ${join}
		  WHERE d.day >= $1 AND d.day < $2 GROUP BY 1 ORDER BY 1`,
		[range.from, range.to],
	);
	return rows;
}

async function readPlatform(range: { from: string; to: string }) {
	const { rows } = await pool().query<{ paidFen: bigint; refundedFen: bigint }>(
		`SELECT coalesce(sum(paid_fen), 0)::bigint AS "paidFen", coalesce(sum(refunded_fen), 0)::bigint AS "refundedFen"
		   FROM gmv_platform_days WHERE day >= $1 AND day < $2`,
		[range.from, range.to],
	);
	return rows[0];
}

function addUp(table: ExplorerTable, period: keyof Compared) {
	const parts = [...table.rows, table.rest, table.unattributed, table.overlap].flatMap((part) =>
		part ? [part[period]] : [],
	);
	return {
		paidFen: parts.reduce((sum, one) => sum + one.paidFen, 0n),
		refundedFen: parts.reduce((sum, one) => sum + one.refundedFen, 0n),
	};
}

describe.each(groupings)("grouped by %s", (group) => {
	test.each([
		["whole months", year],
		["odd ends", odd],
		["a few days", { from: "2026-03-01", to: "2026-03-20" }],
	])(
		"%s: months, partners' rollups and days give the same, and all adds up to the platform",
		async (_name, range) => {
			const selection = await selectAll(world.ops, filterOf({ group }));
			const groups = await listGroups(reports, selection, range, "net", 1, 5);
			const seen = [
				...groups.rows.map(({ key, paidFen, refundedFen }) => ({
					key,
					paid: paidFen,
					refunded: refundedFen,
				})),
				...(groups.unattributed
					? [{ key: null, paid: groups.unattributed.paidFen, refunded: groups.unattributed.refundedFen }]
					: []),
			];
			const plain = await readPlainly(group, range);
			const byKey = (a: { key: string | null }, b: { key: string | null }) =>
				String(a.key).localeCompare(String(b.key));
			expect(seen.sort(byKey)).toEqual(plain.sort(byKey));
			expect(seen.length).toBeGreaterThan(1);
			expect(groups.total).toEqual(await readPlatform(range));
			expect(await readTotal(reports, selection, range)).toEqual(groups.total);
			const table = buildTable(groups, groups, groups, 1);
			expect(addUp(table, "now")).toEqual(groups.total);
			for (const grain of ["day", "week", "month"] as const) {
				const points = await readSeries(
					reports,
					selection,
					range,
					grain,
					groups.rows.map(({ key }) => key),
				);
				const sum = points.reduce((all, point) => all + point.paidFen, 0n);
				expect(sum).toBe(groups.sum.paidFen + (groups.unattributed?.paidFen ?? 0n));
			}
		},
	);
});

test("a shop of two partners in two tracks is counted once, and the difference has its row", async () => {
	const selection = await selectAll(world.ops, filterOf({ group: "partner" }));
	const groups = await listGroups(reports, selection, year, "net", 1, 5);
	const { overlap } = buildTable(groups, groups, groups, 1);
	const { rows } = await pool().query(
		`SELECT -sum(paid_fen)::bigint AS "paidFen", -sum(refunded_fen)::bigint AS "refundedFen"
		   FROM gmv_shop_days d JOIN shops s ON s.id = d.shop_id WHERE s.code = 'S-2'`,
	);
	expect(overlap?.now).toEqual(rows[0]);
});

test.each([
	{ channel: "self_live" },
	{ region: "浙江省" },
	{ region: "none" },
	{ shop: "S-1" },
	{ shop: "S-", channel: "distribution" },
	{ track: "supply_chain" },
	{ partner: "一风" },
	{ partner: "风" },
	{ partner: "一风", channel: "self_live" },
	{ track: "brand_operation", region: "浙江省" },
])(
	"narrowed by %o every grouping has the same total, adds up, and months say what days say",
	async (narrow) => {
		const totals = await Promise.all(
			groupings.map(async (group) => {
				const selection = await selectAll(world.ops, filterOf({ ...narrow, group }));
				const groups = await listGroups(reports, selection, odd, "paid", 1, 5);
				expect(addUp(buildTable(groups, groups, groups, 1), "now")).toEqual(groups.total);
				const days = await readSeries(reports, selection, odd, "day", []);
				expect(days.reduce((sum, point) => sum + point.paidFen, 0n)).toBe(
					groups.sum.paidFen + (groups.unattributed?.paidFen ?? 0n),
				);
				return groups.total;
			}),
		);
		for (const total of totals) expect(total).toEqual(totals[0]);
		expect(totals[0]?.paidFen).toBeGreaterThan(0n);
	},
);

test("nothing matches a text nobody bears", async () => {
	const selection = await selectAll(world.ops, filterOf({ partner: "没有这家" }));
	const groups = await listGroups(reports, selection, year, "net", 1, 5);
	expect(groups).toMatchObject({ rows: [], count: 0, total: { paidFen: 0n, refundedFen: 0n } });
});

test("the months of shops are the sum of their days after imports, upserts and removals", async () => {
	await importText(
		orderFile([orderLine({ event: "LATE", at: "2026-03-02 12:00:00", channel: "self_live" })]),
	);
	await pool().query("DELETE FROM gmv_shop_days WHERE day = '2026-05-05'");
	const { rows } = await pool().query(
		`SELECT * FROM (SELECT date_trunc('month', day)::date AS month, shop_id, channel, source_id, sum(paid_fen)::bigint AS paid,
		        sum(refunded_fen)::bigint AS refunded, count(*)::int AS days FROM gmv_shop_days GROUP BY 1, 2, 3, 4) d
		   FULL JOIN gmv_shop_months m USING (month, shop_id, channel, source_id)
		  WHERE (d.paid, d.refunded, d.days) IS DISTINCT FROM (m.paid_fen, m.refunded_fen, m.days)`,
	);
	expect(rows).toEqual([]);
	const { rowCount } = await pool().query("SELECT FROM gmv_shop_months");
	expect(rowCount).toBeGreaterThan(10);
	await emptyGmv();
	expect((await pool().query("SELECT FROM gmv_shop_months")).rowCount).toBe(0);
});

describe("a partner", () => {
	test("reads its own bound days and nobody else's, whatever it asks for", async () => {
		const { one, two } = world;
		for (const group of groupings) {
			const asked = filterOf({ group, partner: two.partner.id });
			const own = await selectOwn(one.scope, asked);
			if (!own) throw new Error("one has a partner");
			const groups = await listGroups(reports, own, year, "net", 1, 5);
			const all = await selectAll(world.ops, filterOf({ group: "shop", partner: one.partner.id }));
			expect(groups.total).toEqual((await listGroups(reports, all, year, "net", 1, 5)).total);
			expect(groups.unattributed).toBeNull();
			const exported = [];
			for await (const rows of streamExport(reports, own, year, "month")) exported.push(...rows);
			const sum = exported.reduce((fen, row) => fen + row.paidFen, 0n);
			expect(sum).toBe(groups.total.paidFen);
			expect(exported.some((row) => row.key === null || row.key === two.partner.id)).toBe(false);
		}
		const mine = await selectOwn(one.scope, filterOf());
		const codes = mine && (await findGroups(reports, mine, year, "net", await allShopIds()));
		expect(codes?.rows).toHaveLength(2);
	});

	test("has nothing to read before it is admitted", async () => {
		const { scope } = await createMember({ role: "partner_owner" });
		expect(await selectOwn(scope, filterOf())).toBeNull();
		expect(await viewOwnShop(scope, Number((await allShopIds())[0]))).toBeNull();
	});

	test("sees a shop's days and lines while bound, and not a day more", async () => {
		const { one, two, ops } = world;
		const id = await shopId("S-1");
		expect(await viewOwnShop(two.scope, id)).toBeNull();
		const own = await viewOwnShop(one.scope, id);
		const all = await viewShop(ops, id);
		if (!own || !all) throw new Error("both see the shop");
		const march = (await readMonthCells(reports, all, "2026-03")).map(({ day }) => day);
		expect(march.some((day) => day >= "2026-03-17")).toBe(true);
		const ownMarch = (await readMonthCells(reports, own, "2026-03")).map(({ day }) => day);
		expect(ownMarch).toEqual(march.filter((day) => day < "2026-03-17"));
		const after = march.find((day) => day >= "2026-03-17") ?? "";
		const within = ownMarch[0] ?? "";
		expect(await seesDay(own, after)).toBe(false);
		expect((await listCellLines(reports, own, after, null, "")).lines).toEqual([]);
		expect((await readCellTotals(reports, own, after, null)).paidFen).toBe(0n);
		expect((await listCellLines(reports, all, after, null, "")).lines.length).toBeGreaterThan(0);
		const { lines } = await listCellLines(reports, own, within, null, "");
		expect(lines.length).toBeGreaterThan(0);
		expect(lines[0]?.buyer).toMatch(/^BU\*\*\*\d+$/);
	});
});

async function allShopIds(): Promise<string[]> {
	const { rows } = await pool().query<{ id: string }>("SELECT id::text AS id FROM shops ORDER BY code");
	return rows.map(({ id }) => id);
}

async function shopId(code: string): Promise<number> {
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM shops WHERE code = $1", [code]);
	return rows[0]?.id ?? 0;
}

test("a shop's history names who had it and what was done; a partner's holds its own spans alone", async () => {
	const { ops, one, two } = world;
	const id = await shopId("S-2");
	const [all, own, other] = [
		await viewShop(ops, id),
		await viewOwnShop(one.scope, id),
		await viewOwnShop(two.scope, id),
	];
	if (!all || !own || !other) throw new Error("all three see the shop");
	expect((await listSpans(all)).map(({ partnerName }) => partnerName).sort()).toEqual(["一风", "二风"]);
	expect((await listSpans(own)).map(({ partnerName }) => partnerName)).toEqual(["一风"]);
	expect((await listSpans(other)).map(({ partnerName }) => partnerName)).toEqual(["二风"]);
	const events = await listShopEvents(ops, await shopId("S-1"));
	expect(events.map(({ action, partnerName, reason }) => [action, partnerName, reason])).toEqual([
		["binding.end", "一风", "测试"],
		["binding.create", "一风", "测试"],
	]);
	expect(events[0]?.at).toBeInstanceOf(Date);
});

describe("behind a cell", () => {
	test("the lines add up to it, page by page, each once", async () => {
		await importText(
			orderFile(
				Array.from({ length: 120 }, (_, i) =>
					orderLine({ event: `P${i}`, shop: "S-9", at: "2026-04-01 08:00:00", amount: "1.01" }),
				),
			),
			"paged",
		);
		const view = await viewShop(world.ops, await shopId("S-9"));
		if (!view) throw new Error("the shop is there");
		const totals = await readCellTotals(reports, view, "2026-04-01", "other");
		expect(totals).toEqual({ paidFen: 12_120n, refundedFen: 0n, lines: 120 });
		const events = new Set<string>();
		let after = "";
		let sum = 0n;
		for (let page = 0; page < 3; page += 1) {
			const { lines, next } = await listCellLines(reports, view, "2026-04-01", "other", after);
			for (const line of lines) {
				events.add(line.eventId);
				sum += line.amountFen;
			}
			after = next ?? "";
			expect(next === null).toBe(page === 2);
		}
		expect(events.size).toBe(120);
		expect(sum).toBe(totals.paidFen);
		expect((await listCellLines(reports, view, "2026-04-01", "other", "not a cursor")).lines).toHaveLength(
			50,
		);
	});

	test("of a coarse feed stands only the day's summary", async () => {
		const view = await viewShop(world.ops, await shopId("S-5"));
		if (!view) throw new Error("the shop is there");
		expect((await listCellLines(reports, view, "2026-03-05", null, "")).lines).toEqual([]);
		expect(await listDaySummaries(reports, view, "2026-03-05", null)).toEqual([
			{ source: "test-days", channel: "public", paidFen: 50_005n, refundedFen: 2_001n, saleOrders: 7 },
		]);
	});
});
