import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { computeMonthTotals, computeShopTotals, computeTotals } from "@/lib/domains/gmv/data/totals";
import { pool } from "@/lib/platform/db/pool";
import {
	importShopDayText,
	importText,
	orderFile,
	orderLine,
	readPlatformTotal,
	readRejections,
	sampleExpected,
	sampleOrders,
} from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";

beforeEach(emptyGmv);

async function batchOf(outcome: Awaited<ReturnType<typeof importText>>) {
	const id = outcome.ok ? outcome.batchId : String(outcome.params?.batchId);
	const { rows } = await pool().query(
		"SELECT state, failure, lines, accepted FROM import_batches WHERE id = $1",
		[id],
	);
	return rows[0];
}

describe("real orders", () => {
	test("give every figure that another engine computed from the same lines", async () => {
		const outcome = await importText(sampleOrders, "sample");
		expect(outcome).toMatchObject({
			ok: true,
			lines: 3209,
			accepted: 3190,
			duplicate: 0,
			conflict: 0,
			rejected: 19,
		});
		const { source: _source, by_month, top_shops, ...totals } = sampleExpected;
		expect(await computeTotals("sample")).toEqual(totals);
		expect(await computeMonthTotals("sample")).toEqual(by_month);
		expect((await computeShopTotals("sample")).slice(0, 20)).toEqual(top_shops);
	});

	test("add nothing the second time, and a piece already there does not stop the rest", async () => {
		const lines = Array.from({ length: 50 }, (_, index) => orderLine({ line: index + 1 }));
		await importText(orderFile(lines.slice(10, 20)));
		const rest = await importText(orderFile(lines));
		expect(rest).toMatchObject({ ok: true, lines: 50, accepted: 40, duplicate: 10, conflict: 0 });
		const again = await importText(orderFile(lines));
		expect(again).toMatchObject({ ok: true, accepted: 0, duplicate: 50 });
		expect(await readPlatformTotal()).toEqual({ paid: 50_000n, refunded: 0n, unattributed: 50_000n });
	});
});

describe("the same key", () => {
	test("with other content is a conflict: named, counted and never written", async () => {
		await importText(orderFile([orderLine({ amount: "10.00" }), orderLine({ line: 2 })]));
		const outcome = await importText(
			orderFile([
				orderLine({ amount: "99.00" }),
				orderLine({ line: 2 }),
				orderLine({ line: 3, shop: "S-2" }),
			]),
		);
		expect(outcome).toMatchObject({ ok: true, accepted: 1, duplicate: 1, conflict: 1, rejected: 0 });
		expect(outcome.ok && (await readRejections(outcome.batchId))).toEqual([
			{ line: 2, column: "amount", value: "99.00", code: "CONFLICT" },
		]);
		expect((await readPlatformTotal()).paid).toBe(3_000n);
	});

	test.each([
		["type", { type: "refund" }, "refund"],
		["occurred_at", { at: "2026-03-01 10:00:01" }, "2026-03-01 10:00:01"],
		["shop_id", { shop: "S-9" }, "S-9"],
		["product_id", { product: "P2" }, "P2"],
		["product_name", { name: "碗" }, "碗"],
		["buyer_id", { buyer: "" }, ""],
		["quantity", { quantity: 2 }, "2"],
		["channel", { channel: "private" }, "private"],
	])("differing in %s", async (column, change, value) => {
		await importText(orderFile([orderLine()]));
		const outcome = await importText(orderFile([orderLine(change)]));
		expect(outcome).toMatchObject({ ok: true, conflict: 1 });
		expect(outcome.ok && (await readRejections(outcome.batchId))).toEqual([
			{ line: 2, column, value, code: "CONFLICT" },
		]);
		const { rows } = await pool().query("SELECT code FROM shops ORDER BY code");
		expect(rows).toEqual([{ code: "S-1" }]);
	});

	test("twice in one file: the first counts, the same again is a duplicate, another is a conflict", async () => {
		const outcome = await importText(
			orderFile([orderLine(), orderLine({ amount: "11.00" }), orderLine(), orderLine({ line: 2 })]),
		);
		expect(outcome).toMatchObject({ ok: true, lines: 4, accepted: 2, duplicate: 1, conflict: 1 });
	});

	test("from two sources is two facts", async () => {
		await importText(orderFile([orderLine()]), "one");
		expect(await importText(orderFile([orderLine({ amount: "99.00" })]), "two")).toMatchObject({
			accepted: 1,
		});
		expect((await readPlatformTotal()).paid).toBe(10_900n);
	});
});

describe("a batch", () => {
	test("refuses bad lines one by one, with line, column, value and code", async () => {
		const outcome = await importText(
			orderFile([
				orderLine({ name: '"多行\n商品"' }),
				orderLine({ line: 2, quantity: -3, amount: "0.00" }),
				orderLine({ line: 3, amount: "0.00" }),
				orderLine({ line: 0 }),
				orderLine({ line: 4, type: "gift" }),
				orderLine({ line: 5, at: "2026-02-30 10:00:00" }),
				orderLine({ line: 6, at: "2999-01-01 10:00:00" }),
				orderLine({ line: 7, channel: "tv" }),
				orderLine({ line: 8, amount: "1.234" }),
				orderLine({ line: 9, shop: "" }),
				"E1,10,sale",
				`${orderLine({ line: 11 })},more`,
				orderLine({ line: 12, name: 'a"b' }),
				orderLine({ line: 13, quantity: "1.5" }),
				orderLine({ line: 14, name: "\0" }),
				orderLine({ line: 15 }),
			]),
		);
		expect(outcome).toMatchObject({ ok: true, lines: 16, accepted: 2, rejected: 14 });
		expect(
			outcome.ok && (await readRejections(outcome.batchId)).map((row) => [row.line, row.column, row.code]),
		).toEqual([
			[4, "quantity", "QUANTITY_NOT_POSITIVE"],
			[5, "amount", "AMOUNT_NOT_POSITIVE"],
			[6, "line_no", "LINE_NO_NOT_POSITIVE"],
			[7, "type", "TYPE_UNKNOWN"],
			[8, "occurred_at", "DATE_INVALID"],
			[9, "occurred_at", "DATE_OUT_OF_RANGE"],
			[10, "channel", "CHANNEL_UNKNOWN"],
			[11, "amount", "AMOUNT_TOO_PRECISE"],
			[12, "shop_id", "VALUE_MISSING"],
			[13, "", "FIELDS_TOO_FEW"],
			[14, "", "FIELDS_TOO_MANY"],
			[15, "product_name", "QUOTE_MISPLACED"],
			[16, "quantity", "NUMBER_INVALID"],
			[17, "product_name", "ENCODING_BROKEN"],
		]);
	});

	test.each([
		["an empty file", "", "FILE_EMPTY"],
		["a header without amounts", "event_id,line_no\n", "HEADER_COLUMN_MISSING"],
		["a column twice", `${orderFile([]).trim()},amount\n`, "HEADER_COLUMN_TWICE"],
		["UTF-16 without a mark", Buffer.from(orderFile([orderLine()]), "utf16le"), "FILE_NOT_TEXT"],
		["an archive cut short", gzipSync(orderFile([orderLine()])).subarray(0, 60), "GZIP_DAMAGED"],
	])("is FAILED with a reason and nothing of it stays: %s", async (_name, content, reason) => {
		const outcome = await importText(content);
		expect(outcome).toMatchObject({ ok: false, reason });
		expect(await batchOf(outcome)).toMatchObject({
			state: "FAILED",
			failure: expect.stringMatching(`^${reason}`),
		});
		expect((await readPlatformTotal()).paid).toBe(0n);
	});

	test("leaves no line behind when the archive breaks after thousands of good ones", async () => {
		const lines = Array.from({ length: 60_000 }, (_, index) =>
			orderLine({ event: `E${index * 7919}`, shop: `S${index % 9}` }),
		);
		const whole = gzipSync(orderFile(lines));
		const outcome = await importText(whole.subarray(0, whole.length - 20));
		expect(outcome).toMatchObject({ ok: false, reason: "GZIP_DAMAGED" });
		const { rows } = await pool().query(
			"SELECT (SELECT count(*) FROM order_lines) AS lines, (SELECT count(*) FROM shops) AS shops",
		);
		expect(rows[0]).toEqual({ lines: 0n, shops: 0n });
		expect(await importText(whole)).toMatchObject({ ok: true, accepted: 60_000 });
	});

	test("takes a header in any order and case, a byte order mark and CRLF, and the default channel", async () => {
		const file =
			"\uFEFFAmount,SHOP_ID,line_no,type,occurred_at,event_id,product_id,product_name,buyer_id,quantity,note\r\n12.5,S-7,1,sale,2026-03-01 23:59:59,E1,P,N,,1,=1+1\r\n";
		expect(await importText(file)).toMatchObject({ ok: true, accepted: 1, rejected: 0 });
		const { rows } = await pool().query("SELECT day, channel, paid_fen FROM gmv_shop_days");
		expect(rows).toEqual([{ day: "2026-03-01", channel: "other", paid_fen: 1_250n }]);
	});

	test("of a source that sends summaries takes no order lines", async () => {
		await importShopDayText(
			"day,shop_id,channel,paid,refunded,sale_orders\n2026-03-01,S-1,public,100.00,5.00,3\n",
			"days",
		);
		expect(await importText(orderFile([orderLine()]), "days")).toMatchObject({
			ok: false,
			reason: "SOURCE_OTHER_GRAIN",
		});
		expect(await importText(orderFile([orderLine()]), "No Good")).toMatchObject({
			ok: false,
			reason: "SOURCE_CODE_INVALID",
		});
	});
});

test("shop-day summaries share the machinery: duplicates, conflicts, totals", async () => {
	const header = "day,shop_id,channel,paid,refunded,sale_orders\n";
	const day = "2026-03-01,S-1,public,100.00,5.00,3\n";
	expect(await importShopDayText(`${header}${day}2026-03-01,S-1,private,1.00,0.00,-1\n`)).toMatchObject({
		accepted: 1,
		rejected: 1,
	});
	expect(await importShopDayText(`${header}${day}2026-03-02,S-1,public,0.00,50.00,0\n`)).toMatchObject({
		accepted: 1,
		duplicate: 1,
	});
	const conflict = await importShopDayText(`${header}2026-03-01,S-1,public,100.00,6.00,3\n`);
	expect(conflict).toMatchObject({ accepted: 0, conflict: 1 });
	expect(conflict.ok && (await readRejections(conflict.batchId))[0]).toMatchObject({
		column: "refunded",
		value: "6.00",
	});
	expect(await readPlatformTotal()).toEqual({ paid: 10_000n, refunded: 5_500n, unattributed: 4_500n });
});

test("two imports of the same file at once leave one set of lines", async () => {
	const file = orderFile(
		Array.from({ length: 3_000 }, (_, index) => orderLine({ line: index + 1, shop: `S${index % 7}` })),
	);
	const outcomes = await Promise.all([importText(file), importText(file)]);
	const accepted = outcomes.map((outcome) => (outcome.ok ? outcome.accepted : -1)).sort((a, b) => a - b);
	expect(accepted).toEqual([0, 3_000]);
	expect((await readPlatformTotal()).paid).toBe(3_000_000n);
});

test("imports of two sources at once with the same new shops do not wait in a circle", async () => {
	const shops = Array.from({ length: 40 }, (_, index) => `S${index}`);
	const file = (order: string[]) =>
		orderFile(order.map((shop, index) => orderLine({ line: index + 1, shop })));
	const outcomes = await Promise.all([
		importText(file(shops), "one"),
		importText(file([...shops].reverse()), "two"),
	]);
	expect(outcomes.map((outcome) => outcome.ok && outcome.accepted)).toEqual([40, 40]);
	expect((await readPlatformTotal()).paid).toBe(80_000n);
});

test("a batch whose process died is marked FAILED by the next import", async () => {
	await importText(orderFile([orderLine()]));
	await pool().query(
		"INSERT INTO import_batches (id, source_id, file_name) SELECT 'imp_dead', id, 'x.csv' FROM gmv_sources WHERE code = 'test-orders'",
	);
	await importText(orderFile([orderLine({ line: 2 })]));
	const { rows } = await pool().query("SELECT state, failure FROM import_batches WHERE id = 'imp_dead'");
	expect(rows).toEqual([{ state: "FAILED", failure: "INTERRUPTED" }]);
});
