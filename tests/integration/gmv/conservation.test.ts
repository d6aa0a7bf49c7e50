import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMonthsKnownOn, readPartnersKnownOn } from "@/lib/domains/gmv/data/known-on";
import { reconcile } from "@/lib/domains/gmv/data/reconcile";
import { bindShop, correctBinding, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { refreshDerived } from "@/lib/domains/gmv/mutations/refresh-derived";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { addDays } from "@/lib/platform/time";
import {
	importShopDayText,
	importText,
	orderFile,
	orderLine,
	readPlatformTotal,
} from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";
import { type Binding, Ledger } from "./ledger";

const invariants = readFileSync(new URL("../../../prisma/sql/invariants.sql", import.meta.url), "utf8");
const tracks = ["brand_operation", "supply_chain"] as const;
const day = (offset: number) => addDays("2026-01-28", offset);
const toCny = (fen: number) => (fen / 100).toFixed(2);

const shop = fc.integer({ min: 1, max: 4 }).map((n) => `S${n}`);
const channel = fc.constantFrom("distribution", "private", "other");
const line = fc.record({
	event: fc.integer({ min: 1, max: 12 }).map((n) => `E${n}`),
	line: fc.integer({ min: 0, max: 4 }),
	type: fc.constantFrom("sale" as const, "refund" as const),
	day: fc.integer({ min: 0, max: 9 }).map(day),
	shop,
	fen: fc.integer({ min: -1, max: 500_000 }),
	channel,
});
const summary = fc.record({
	day: fc.integer({ min: 0, max: 9 }).map(day),
	shop,
	channel,
	paidFen: fc.integer({ min: -1, max: 900_000 }),
	refundedFen: fc.integer({ min: 0, max: 900_000 }),
});
const source = fc.constantFrom("one", "two");

const step = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant("import" as const),
			source,
			lines: fc.array(line, { maxLength: 12 }),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant("summaries" as const),
			rows: fc.array(summary, { minLength: 1, maxLength: 6 }),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant("bind" as const),
			partner: fc.nat(3),
			shop,
			from: fc.nat(9),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant("end" as const), which: fc.nat(5), to: fc.nat(10) }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant("correct" as const),
			which: fc.nat(5),
			from: fc.nat(9),
			days: fc.integer({ min: 1, max: 10 }),
			isOpen: fc.boolean(),
		}),
	},
);

/** What the platform and every partner had in every month, as known at an instant. */
async function readReport(at: Date) {
	return { at, months: await readMonthsKnownOn(at), partners: await readPartnersKnownOn(at) };
}
type Report = Awaited<ReturnType<typeof readReport>>;

async function readBindings(): Promise<(Binding & { id: string })[]> {
	const { rows } = await pool().query<Binding & { id: string }>(
		`SELECT b.id, s.code AS shop, b.partner_id AS partner, b.track_code AS track, b.from_day AS "from", b.to_day AS "to"
		   FROM shop_bindings b JOIN shops s ON s.id = b.shop_id WHERE b.status = 'CONFIRMED' ORDER BY b.id`,
	);
	return rows;
}

async function readBooks() {
	const { rows: partners } = await pool().query(
		`SELECT partner_id AS partner, track_code AS track, day, paid_fen AS paid, refunded_fen AS refunded
		   FROM gmv_partner_days WHERE paid_fen <> 0 OR refunded_fen <> 0 ORDER BY 1, 2, 3`,
	);
	const { rows: platform } = await pool().query(
		`SELECT day, paid_fen AS paid, refunded_fen AS refunded, unattributed_paid_fen AS "freePaid",
		        unattributed_refunded_fen AS "freeRefunded" FROM gmv_platform_days
		  WHERE paid_fen <> 0 OR refunded_fen <> 0 ORDER BY day`,
	);
	return { partners, platform };
}

test("imports, refunds, rebinding and corrections in any order conserve every fen: books, rebuild and old reports agree with a ledger kept by hand", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	const partners = await Promise.all(
		[0, 1, 2, 3].map(async (index) => {
			const track = tracks[index % 2] ?? tracks[0];
			return { id: (await createPartner({ track })).id, track };
		}),
	);
	async function take(action: typeof step extends fc.Arbitrary<infer Step> ? Step : never, ledger: Ledger) {
		const reason = "test";
		if (action.kind === "import") {
			const lines = action.lines.map(({ fen, day: at, ...values }) =>
				orderLine({ ...values, at: `${at} 23:59:59`, amount: toCny(fen) }),
			);
			const expected = ledger.takeLines(action.source, action.lines);
			expect(await importText(orderFile(lines), action.source)).toMatchObject({ ok: true, ...expected });
		} else if (action.kind === "summaries") {
			const rows = action.rows.map(({ paidFen, refundedFen, ...row }) =>
				[row.day, row.shop, row.channel, toCny(paidFen), toCny(refundedFen), 1].join(","),
			);
			const expected = ledger.takeSummaries(action.rows);
			const file = `day,shop_id,channel,paid,refunded,sale_orders\n${rows.join("\n")}\n`;
			expect(await importShopDayText(file)).toMatchObject({ ok: true, ...expected });
		} else if (action.kind === "bind") {
			const { id = "", track = "" } = partners[action.partner] ?? {};
			const fromDay = day(action.from);
			await bindShop(scope, { partnerId: id, trackCode: track, shopCode: action.shop, fromDay, reason });
		} else {
			const bindings = await readBindings();
			const bindingId = bindings[action.which % Math.max(1, bindings.length)]?.id;
			if (!bindingId) return;
			if (action.kind === "end") await endBinding(scope, { bindingId, toDay: day(action.to), reason });
			else {
				const toDay = action.isOpen ? "" : day(action.from + action.days);
				await correctBinding(scope, { bindingId, fromDay: day(action.from), toDay, reason });
			}
		}
	}
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
			await emptyGmv();
			const ledger = new Ledger();
			const reports: Report[] = [];
			for (const action of steps) {
				await take(action, ledger);
				expect(await readBooks()).toEqual(ledger.close(await readBindings()));
				reports.push(await readReport(new Date()));
			}
			for (const report of reports) expect(await readReport(report.at)).toEqual(report);
			expect((await reconcile(invariants)).violations).toEqual([]);
			const before = await readPlatformTotal();
			await inRawTransaction((client) => refreshDerived(client, { fromDay: day(0), toDay: day(9) }));
			expect(await readPlatformTotal()).toEqual(before);
			expect((await reconcile(invariants)).violations).toEqual([]);
		}),
		{ numRuns: Number(process.env.CONSERVE ?? 24) },
	);
}, 600_000);

test.each([
	["a shop's day", "UPDATE gmv_shop_days SET paid_fen = paid_fen + 1", "I3 shop days = facts"],
	["its number of lines", "UPDATE gmv_shop_days SET order_lines = 2", "I3 shop days = facts"],
	["a shop's month", "UPDATE gmv_shop_months SET paid_fen = paid_fen + 1", "I3 shop months = shop days"],
	["a shop's month of refunds", "UPDATE gmv_shop_months SET refunded_fen = 1", "I3 shop months = shop days"],
	["the number of its days", "UPDATE gmv_shop_months SET days = days + 1", "I3 shop months = shop days"],
	["a shop's month gone", "DELETE FROM gmv_shop_months", "I3 shop months = shop days"],
	[
		"a shop's month too many",
		`INSERT INTO gmv_shop_months (month, shop_id, channel, source_id, paid_fen, refunded_fen, days)
		 SELECT '2026-04-01', shop_id, channel, source_id, 0, 0, 1 FROM gmv_shop_months`,
		"I3 shop months = shop days",
	],
	["a partner's day", "UPDATE gmv_partner_days SET refunded_fen = 1", "I3 partner days = bound shop days"],
	["a partner's month gone", "DELETE FROM gmv_partner_months", "I3 partner months = partner days"],
	[
		"a day of the platform",
		"UPDATE gmv_platform_days SET unattributed_paid_fen = 1",
		"I10 platform = attributed + unattributed",
	],
	[
		"a batch's count",
		"UPDATE import_batches SET accepted = accepted + 1, lines = lines + 1",
		"I4 a batch is whole or absent",
	],
])("reconcile finds %s that was tampered with", async (_what, tamper, invariant) => {
	await emptyGmv();
	const { scope } = await createMember({ role: "ops_lead" });
	const { id } = await createPartner();
	await importText(orderFile([orderLine()]));
	const bound = await bindShop(scope, {
		partnerId: id,
		trackCode: "brand_operation",
		shopCode: "S-1",
		fromDay: "2026-01-01",
		reason: "test",
	});
	expect(bound).toMatchObject({ ok: true });
	expect((await reconcile(invariants)).violations).toEqual([]);
	await pool().query(tamper);
	const { violations } = await reconcile(invariants);
	expect(violations.map((violation) => violation.invariant)).toContain(invariant);
	await emptyGmv();
});

test("a difference is told with both sides", async () => {
	await emptyGmv();
	await importText(orderFile([orderLine()]));
	await pool().query("UPDATE gmv_shop_days SET paid_fen = paid_fen + 1");
	const { violations } = await reconcile(invariants);
	expect(violations[0]?.detail).toContain("rollup 1001/0 fen, facts 1000/0 fen");
	await emptyGmv();
});
