import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMonthsKnownOn, readPartnersKnownOn } from "@/lib/domains/gmv/data/known-on";
import { reconcile } from "@/lib/domains/gmv/data/reconcile";
import { bindShop, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { refreshDerived } from "@/lib/domains/gmv/mutations/refresh-derived";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { addDays } from "@/lib/platform/time";
import { importText, orderFile, orderLine, readPlatformTotal } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

const invariants = readFileSync(new URL("../../../prisma/sql/invariants.sql", import.meta.url), "utf8");
const tracks = ["brand_operation", "supply_chain"] as const;
const day = (offset: number) => addDays("2026-01-28", offset);

const line = fc.record({
	event: fc.integer({ min: 1, max: 12 }).map((n) => `E${n}`),
	line: fc.integer({ min: 0, max: 4 }),
	type: fc.constantFrom("sale", "refund"),
	at: fc.integer({ min: 0, max: 9 }).map((offset) => `${day(offset)} 23:59:59`),
	shop: fc.integer({ min: 1, max: 4 }).map((n) => `S${n}`),
	amount: fc.integer({ min: -1, max: 500_000 }).map((fen) => (fen / 100).toFixed(2)),
	channel: fc.constantFrom("distribution", "private", "other"),
});

const step = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.array(line, { maxLength: 12 }).map((lines) => ({ kind: "import" as const, lines })),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant("bind" as const),
			partner: fc.nat(3),
			shop: fc.integer({ min: 1, max: 4 }).map((n) => `S${n}`),
			from: fc.nat(9),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant("end" as const), which: fc.nat(5), to: fc.nat(10) }),
	},
);

/** What the platform and every partner had in every month, as known at an instant. */
async function readReport(at: Date) {
	return { at, months: await readMonthsKnownOn(at), partners: await readPartnersKnownOn(at) };
}
type Report = Awaited<ReturnType<typeof readReport>>;

test("imports, refunds, rebinding in any order conserve every fen, a rebuild changes nothing, and every report comes out again as it was", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	const partners = await Promise.all(
		[0, 1, 2, 3].map(async (index) => {
			const track = tracks[index % 2] ?? tracks[0];
			return { id: (await createPartner({ track })).id, track };
		}),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
			await emptyGmv();
			const reports: Report[] = [];
			for (const action of steps) {
				if (action.kind === "import") await importText(orderFile(action.lines.map(orderLine)));
				else if (action.kind === "bind") {
					const partner = partners[action.partner];
					if (!partner) continue;
					await bindShop(scope, {
						partnerId: partner.id,
						trackCode: partner.track,
						shopCode: action.shop,
						fromDay: day(action.from),
						reason: "test",
					});
				} else {
					const { rows } = await pool().query<{ id: string }>("SELECT id FROM shop_bindings ORDER BY id");
					const bindingId = rows[action.which % Math.max(1, rows.length)]?.id;
					if (bindingId) await endBinding(scope, { bindingId, toDay: day(action.to), reason: "test" });
				}
				reports.push(await readReport(new Date()));
			}
			for (const report of reports) expect(await readReport(report.at)).toEqual(report);
			expect((await reconcile(invariants)).violations).toEqual([]);
			const before = await readPlatformTotal();
			await inRawTransaction((client) => refreshDerived(client, { fromDay: day(0), toDay: day(9) }));
			expect(await readPlatformTotal()).toEqual(before);
			expect((await reconcile(invariants)).violations).toEqual([]);
		}),
		{ numRuns: 40 },
	);
});

test("reconcile names what does not agree", async () => {
	await emptyGmv();
	await importText(orderFile([orderLine()]));
	await pool().query("UPDATE gmv_shop_days SET paid_fen = paid_fen + 1");
	const { violations } = await reconcile(invariants);
	expect(violations.map((violation) => violation.invariant)).toContain("I3 shop days = facts");
	expect(violations[0]?.detail).toContain("rollup 1001/0 fen, facts 1000/0 fen");
	await emptyGmv();
});
