import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { toGb18030 } from "@/tests/factories/gb18030";
import {
	importText,
	orderFile,
	orderLine,
	readPlatformTotal,
	readRejections,
	sampleExpected,
} from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";

beforeEach(emptyGmv);

const sample = readFileSync(new URL("../../fixtures/orders-sample.csv", import.meta.url), "utf8");
const chineseHeader = "事件号;行号;类型;时间;店铺;商品编号;商品名称;买家;数量;金额";

function split(line: string): string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
	);
}

/** The sample as a Chinese office program writes it. */
function renamedSample(): Buffer {
	const [, ...lines] = sample.trimEnd().split(/\r?\n/);
	const types: Record<string, string> = { sale: "销售", refund: "退款" };
	const rewritten = lines.map((line) =>
		split(line)
			.map((value, index) => (index === 2 ? (types[value] ?? value) : value))
			.map((value) => (/[";]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
			.join(";"),
	);
	return toGb18030(`${[chineseHeader, ...rewritten].join("\r\n")}\r\n`);
}

const fen = (amount: string) => BigInt(amount.replace(".", ""));

test("the sample with Chinese columns, semicolons and GB18030 gives exactly the expected figures", async () => {
	const outcome = await importText(renamedSample());
	const { accepted, rejected, rows } = sampleExpected;
	const refused = Object.values<number>(rejected).reduce((sum, count) => sum + count, 0);
	const lines = Number(accepted.sale_lines) + Number(accepted.refund_lines);
	expect(outcome).toMatchObject({ ok: true, lines: rows, accepted: lines, rejected: refused, conflict: 0 });
	expect(await readPlatformTotal()).toMatchObject({
		paid: fen(accepted.sale_amount),
		refunded: fen(accepted.refund_amount),
	});
	const reasons = outcome.ok ? await readRejections(outcome.batchId) : [];
	const counted = Object.fromEntries(
		Object.keys(rejected).map((code) => [code, reasons.filter((row) => row.code === code).length]),
	);
	expect(counted).toEqual(rejected);
	expect(new Set(reasons.map((row) => row.column))).toEqual(new Set(["数量", "金额"]));
	// The same lines in their first form are the same facts.
	expect(await importText(sample)).toMatchObject({ ok: true, accepted: 0, duplicate: lines, conflict: 0 });
});

describe("one file in many forms is one set of facts", () => {
	const plain = orderFile([orderLine(), orderLine({ line: 2, name: '"大, 杯;\t子"', channel: "private" })]);
	const forms: [string, Buffer][] = [
		["UTF-8 with a mark", Buffer.from(`\uFEFF${plain}`)],
		["UTF-16LE", Buffer.from(`\uFEFF${plain}`, "utf16le")],
		["UTF-16BE", Buffer.from(`\uFEFF${plain}`, "utf16le").swap16()],
		["GB18030", toGb18030(plain)],
		["CRLF", Buffer.from(plain.replaceAll("\n", "\r\n"))],
		["a quoted header behind a mark", Buffer.from(`\uFEFF${plain.replace("event_id", '"event_id"')}`)],
		["Chinese values", toGb18030(plain.replaceAll(",sale,", ",销售,").replace(",private", ",私域"))],
	];
	test.each(forms)("%s", async (_name, content) => {
		expect(await importText(plain)).toMatchObject({ ok: true, accepted: 2 });
		expect(await importText(content)).toMatchObject({ ok: true, accepted: 0, duplicate: 2, conflict: 0 });
	});

	test("tabs and semicolons", async () => {
		const simple = orderFile([orderLine(), orderLine({ line: 2 })]);
		expect(await importText(simple)).toMatchObject({ ok: true, accepted: 2 });
		for (const sign of ["\t", ";"])
			expect(await importText(simple.replaceAll(",", sign))).toMatchObject({ duplicate: 2, conflict: 0 });
	});
});

test("GB18030 is recognised far behind a beginning of ASCII", async () => {
	const lines = Array.from({ length: 4_000 }, (_, index) =>
		orderLine({ line: index + 1, name: index === 3_999 ? "青瓷茶杯" : "CUP" }),
	);
	expect(await importText(toGb18030(orderFile(lines)))).toMatchObject({ ok: true, accepted: 4_000 });
	const { rows } = await pool().query("SELECT product_name FROM order_lines WHERE line_no = 4000");
	expect(rows).toEqual([{ product_name: "青瓷茶杯" }]);
});

test("a line in another encoding is refused, and the lines around it count", async () => {
	const [good, bad] = [orderLine(), orderLine({ line: 2, name: "青瓷茶杯" })];
	const content = Buffer.concat([
		Buffer.from(`${orderFile([good])}`),
		toGb18030(`${bad}\n`),
		Buffer.from(`${orderLine({ line: 3 })}\n`),
	]);
	const outcome = await importText(content);
	expect(outcome).toMatchObject({ ok: true, accepted: 2, rejected: 1 });
	expect(outcome.ok && (await readRejections(outcome.batchId))[0]).toMatchObject({
		line: 3,
		column: "product_name",
		code: "ENCODING_BROKEN",
	});
});

test("conflicts carry the file's own column; thousand separators stay refused", async () => {
	await importText(orderFile([orderLine()]));
	const line = (amount: string, lineNo: number) =>
		["E1", lineNo, "销售", "2026-03-01 10:00:00", "S-1", "P1", "杯子", "B1", 1, amount].join(";");
	const outcome = await importText(
		toGb18030([chineseHeader, line("11.00", 1), line("1,000.00", 2)].join("\n")),
	);
	expect(outcome.ok && (await readRejections(outcome.batchId))).toEqual([
		{ line: 2, column: "金额", value: "11.00", code: "CONFLICT" },
		{ line: 3, column: "金额", value: "1,000.00", code: "AMOUNT_INVALID" },
	]);
});

test("a header that lacks columns says how it was read", async () => {
	const outcome = await importText(toGb18030(`${chineseHeader.replace(";金额", "")}\n`));
	expect(outcome).toMatchObject({
		ok: false,
		reason: "HEADER_COLUMN_MISSING",
		params: { columns: 'amount / 金额 (GB18030, ";")' },
	});
});
