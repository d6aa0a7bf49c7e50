import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import {
	readDaysKnownOn,
	readMonthsKnownOn,
	readPartnersKnownOn,
	readShopsKnownOn,
} from "@/lib/domains/gmv/data/known-on";
import { bindShop } from "@/lib/domains/gmv/mutations/bindings";
import { pool } from "@/lib/platform/db/pool";
import { importShopDayText, importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

beforeEach(emptyGmv);

/** An instant of which everything before is known and nothing after. */
async function mark(): Promise<Date> {
	await sleep(5);
	const at = new Date();
	await sleep(5);
	return at;
}

const february = orderFile([
	orderLine({ line: 1, at: "2026-02-10 10:00:00", amount: "100.00" }),
	orderLine({ line: 2, at: "2026-02-11 10:00:00", amount: "50.00", shop: "S-2" }),
]);

test("last month's report comes out again after late refunds and late sales", async () => {
	const before = await mark();
	await importText(february);
	const closed = await mark();
	const report = await readMonthsKnownOn(closed);
	expect(report).toEqual([{ month: "2026-02", paidFen: 15_000n, refundedFen: 0n }]);

	// In one file with lines known already, so that both ways into the facts are taken.
	await importText(
		orderFile([
			orderLine({ line: 1, at: "2026-02-10 10:00:00", amount: "100.00" }),
			orderLine({ event: "R1", type: "refund", at: "2026-02-28 10:00:00", amount: "40.00" }),
			orderLine({ event: "E2", at: "2026-01-31 23:59:59", amount: "7.00", shop: "S-3" }),
		]),
	);
	const later = await mark();
	await importShopDayText(
		"day,shop_id,channel,paid,refunded,sale_orders\n2026-02-10,S-1,public,9.00,1.00,3\n",
	);
	expect(await readMonthsKnownOn(before)).toEqual([]);
	expect(await readMonthsKnownOn(closed)).toEqual(report);
	expect(await readMonthsKnownOn(later)).toEqual([
		{ month: "2026-01", paidFen: 700n, refundedFen: 0n },
		{ month: "2026-02", paidFen: 15_000n, refundedFen: 4_000n },
	]);
	expect(await readMonthsKnownOn(new Date())).toEqual([
		{ month: "2026-01", paidFen: 700n, refundedFen: 0n },
		{ month: "2026-02", paidFen: 15_900n, refundedFen: 4_100n },
	]);
	expect(await readShopsKnownOn(closed)).toEqual([
		{ shopCode: "S-1", paidFen: 10_000n, refundedFen: 0n },
		{ shopCode: "S-2", paidFen: 5_000n, refundedFen: 0n },
	]);
	expect(await readShopsKnownOn(later, null, "2026-01")).toEqual([
		{ shopCode: "S-3", paidFen: 700n, refundedFen: 0n },
	]);
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM gmv_sources WHERE code = 'test-days'");
	expect(await readMonthsKnownOn(new Date(), rows[0]?.id)).toEqual([
		{ month: "2026-02", paidFen: 900n, refundedFen: 100n },
	]);
});

test("a partner's month is the one of that instant, whatever was bound or refunded since", async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	const [one, two] = [await createPartner({ name: "一" }), await createPartner({ name: "二" })];
	const bind = (partnerId: string, shopCode: string) =>
		bindShop(scope, {
			partnerId,
			shopCode,
			trackCode: "brand_operation",
			fromDay: "2026-02-01",
			reason: "x",
		});
	await importText(february);
	const free = await mark();
	expect(await bind(one.id, "S-1")).toMatchObject({ ok: true });
	const bound = await mark();
	expect(await bind(two.id, "S-2")).toMatchObject({ ok: true });
	await importText(
		orderFile([orderLine({ event: "R1", type: "refund", at: "2026-02-20 10:00:00", amount: "10.00" })]),
	);
	expect(await readPartnersKnownOn(free)).toEqual([]);
	expect(await readPartnersKnownOn(bound)).toEqual([
		{ partnerId: one.id, month: "2026-02", paidFen: 10_000n, refundedFen: 0n },
	]);
	expect(await readPartnersKnownOn(new Date(), "2026-02")).toEqual([
		{ partnerId: one.id, month: "2026-02", paidFen: 10_000n, refundedFen: 1_000n },
		{ partnerId: two.id, month: "2026-02", paidFen: 5_000n, refundedFen: 0n },
	]);
	const days = await readDaysKnownOn(bound, "2026-02-01", "2026-03-01");
	expect(days.map((day) => [day.day, day.paidFen, day.unattributedPaidFen])).toEqual([
		["2026-02-10", 10_000n, 0n],
		["2026-02-11", 5_000n, 5_000n],
	]);
});

test("a question asked while an import is being added up waits for it, and is answered the same ever after", async () => {
	const lines = Array.from({ length: 4_000 }, (_, index) =>
		orderLine({ event: `E${index}`, at: `2026-02-${String((index % 28) + 1).padStart(2, "0")} 10:00:00` }),
	);
	const importing = importText(orderFile(lines));
	const asked: { at: Date; answer: unknown }[] = [];
	let isDone = false;
	void importing.finally(() => {
		isDone = true;
	});
	while (!isDone) {
		const at = new Date();
		asked.push({ at, answer: await readMonthsKnownOn(at) });
	}
	expect(await importing).toMatchObject({ ok: true, accepted: 4_000 });
	for (const { at, answer } of asked) expect(await readMonthsKnownOn(at)).toEqual(answer);
	expect(asked.length).toBeGreaterThan(1);
});
