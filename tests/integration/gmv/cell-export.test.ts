import { beforeEach, expect, test } from "vitest";
import { streamCellLines } from "@/lib/domains/gmv/data/cell-export";
import { readCellTotals } from "@/lib/domains/gmv/data/cell-lines";
import { type ShopView, viewOwnShop, viewShop } from "@/lib/domains/gmv/data/shop-view";
import { bindShop, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { pool } from "@/lib/platform/db/pool";
import { reportReader } from "@/lib/platform/db/reports";
import { importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

beforeEach(emptyGmv);

const reports = reportReader();
const day = "2026-03-10";

async function readAll(view: ShopView, channel: "public" | "other" | null = null) {
	const lines = [];
	const steps: number[] = [];
	for await (const step of streamCellLines(reports, view, day, channel)) {
		lines.push(...step);
		steps.push(step.length);
	}
	return { lines, steps };
}

async function arrange() {
	await importText(
		orderFile(
			Array.from({ length: 4_500 }, (_, i) =>
				orderLine({
					event: `E${i}`,
					at: `${day} ${String(i % 24).padStart(2, "0")}:00:00`,
					amount: `${i + 1}.0${i % 10}`,
					type: i % 9 === 8 ? "refund" : "sale",
					channel: i % 2 ? "public" : "other",
					buyer: `BUYER${i}`,
				}),
			),
		),
	);
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM shops WHERE code = 'S-1'");
	return rows[0]?.id ?? 0;
}

test("every line of a cell comes once, step by step, in the order it happened, and they add up to the cell", async () => {
	const id = await arrange();
	const { scope } = await createMember({ role: "auditor" });
	const view = await viewShop(scope, id);
	if (!view) throw new Error("the shop is there");
	for (const channel of [null, "public", "other"] as const) {
		const { lines, steps } = await readAll(view, channel);
		const totals = await readCellTotals(reports, view, day, channel);
		expect(lines).toHaveLength(totals.lines);
		expect(new Set(lines.map(({ eventId }) => eventId)).size).toBe(totals.lines);
		expect(Math.max(...steps)).toBeLessThanOrEqual(2_000);
		const sum = (type: string) =>
			lines.filter((line) => line.type === type).reduce((fen, line) => fen + line.amountFen, 0n);
		expect({ paidFen: sum("sale"), refundedFen: sum("refund") }).toEqual({
			paidFen: totals.paidFen,
			refundedFen: totals.refundedFen,
		});
		const times = lines.map(({ occurredAt }) => occurredAt.getTime());
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(lines.every(({ buyer }) => buyer?.includes("***"))).toBe(true);
	}
	// Somebody who stops reading leaves no connection behind.
	const steps = streamCellLines(reports, view, day, null);
	await steps.next();
	await steps.return(undefined);
	expect(pool().idleCount).toBe(pool().totalCount);
});

test("a partner takes along the lines of its own days and nobody else's", async () => {
	const id = await arrange();
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const make = async () => {
		const member = await createMember({ role: "partner_owner" });
		const partner = await createPartner({
			track: "brand_operation",
			organisationId: member.organisation.id,
		});
		return { scope: member.scope, partnerId: partner.id };
	};
	const [one, two] = [await make(), await make()];
	const bind = async (partnerId: string, fromDay: string) => {
		const bound = await bindShop(ops, {
			partnerId,
			shopCode: "S-1",
			trackCode: "brand_operation",
			fromDay,
			reason: "测试",
		});
		if (!bound.ok) throw new Error(bound.reason);
		return bound.bindingId;
	};
	const first = await bind(one.partnerId, "2026-03-01");
	await endBinding(ops, { bindingId: first, toDay: "2026-03-11", reason: "测试" });
	await bind(two.partnerId, "2026-03-11");
	const [own, other] = [await viewOwnShop(one.scope, id), await viewOwnShop(two.scope, id)];
	if (!own || !other) throw new Error("both had the shop");
	expect((await readAll(own)).lines).toHaveLength(4_500);
	expect((await readAll(other)).lines).toEqual([]);
	const stranger = await make();
	expect(await viewOwnShop(stranger.scope, id)).toBeNull();
});
