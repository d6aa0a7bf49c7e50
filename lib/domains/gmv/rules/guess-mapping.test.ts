import { describe, expect, test } from "vitest";
import { fittingTimeFormats, guessMapping, valuesOf } from "@/lib/domains/gmv/rules/guess-mapping";
import { guessedNames } from "@/lib/domains/gmv/rules/guess-names";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import { previewMapping } from "@/lib/domains/gmv/rules/preview-mapping";
import type { FileOpening } from "@/lib/domains/gmv/types";

const latest = "2030-12-31";

function open(header: string[], rows: string[][]): FileOpening {
	return {
		encoding: "gb18030",
		delimiter: ";",
		header,
		rows: rows.map((fields, index) => ({ line: index + 2, fields })),
		values: header.map((_, at) => [...new Set(rows.map((fields) => fields[at] ?? ""))]),
		lines: rows.length,
	};
}

test("a Chinese shop system's order export is guessed whole, and its preview counts", () => {
	const opening = open(
		[
			"订单编号",
			"明细行号",
			"交易类型",
			"付款时间",
			"店铺名称",
			"货号",
			"商品标题",
			"会员编号",
			"购买数量",
			"实付金额（分）",
			"成交渠道",
			"备注",
		],
		[
			["A1", "1", "支付", "31/12/2026 10:00", "S-1", "P1", "杯子", "B1", "2", "8340", "达人直播间", "x"],
			["A2", "1", "售后", "01/12/2026 10:00", "S-1", "P1", "杯子", "B1", "1", "4170", "品牌自播", ""],
		],
	);
	const guess = guessMapping("ORDER_LINE", opening, latest);
	expect(guess).toMatchObject({
		fields: {
			event_id: { column: "订单编号" },
			line_no: { column: "明细行号" },
			type: { column: "交易类型" },
			occurred_at: { column: "付款时间" },
			shop_id: { column: "店铺名称" },
			product_id: { column: "货号" },
			product_name: { column: "商品标题" },
			buyer_id: { column: "会员编号" },
			quantity: { column: "购买数量" },
			amount: { column: "实付金额（分）" },
			channel: { column: "成交渠道" },
		},
		time: "dmy",
		unit: "fen",
		isGrouped: false,
		types: { 支付: "sale", 售后: "refund" },
		channels: { 达人直播间: "distribution" },
	});
	const preview = previewMapping("ORDER_LINE", guess, opening.header, opening.rows, latest);
	expect(preview.ok && preview.rows.map(({ line, fault }) => [line, fault])).toEqual([
		[2, null],
		[3, null],
	]);
	expect(preview.ok && preview.rows[0]?.values.slice(0, 10).map(({ text }) => text)).toEqual([
		"A1",
		"1",
		"sale",
		"2026-12-31 10:00:00",
		"S-1",
		"P1",
		"杯子",
		"B1",
		"2",
		"83.40",
	]);
});

test("English names and thousands are guessed; one column is no two fields", () => {
	const opening = open(
		["InvoiceNo", "Date", "Store ID", "SKU", "Qty", "Total Amount", "Customer ID"],
		[["A1", "03/25/2026", "S-1", "P1", "2", "1,234.50", "B1"]],
	);
	const guess = guessMapping("ORDER_LINE", opening, latest);
	expect(guess).toMatchObject({ time: "mdy", unit: "yuan", isGrouped: true });
	expect(guess.fields).toEqual({
		event_id: { from: "column", column: "InvoiceNo" },
		occurred_at: { from: "column", column: "Date" },
		shop_id: { from: "column", column: "Store ID" },
		product_id: { from: "column", column: "SKU" },
		quantity: { from: "column", column: "Qty" },
		amount: { from: "column", column: "Total Amount" },
		buyer_id: { from: "column", column: "Customer ID" },
	});
});

test("shop days", () => {
	const opening = open(
		["统计日期", "店铺id", "支付金额", "退款金额", "支付订单数"],
		[["20260301", "S-1", "100.00", "0.00", "3"]],
	);
	expect(guessMapping("SHOP_DAY", opening, latest)).toMatchObject({
		time: "compact",
		fields: {
			day: { column: "统计日期" },
			paid: { column: "支付金额" },
			refunded: { column: "退款金额" },
			sale_orders: { column: "支付订单数" },
		},
	});
});

describe("the format of times", () => {
	test.each([
		[["2026-03-01 10:00:00"], "iso"],
		[["2026/3/1", "2026/12/31 8:00"], "ymd"],
		[["20260301"], "compact"],
		[["1772294400"], "unix"],
		[["1772294400000"], "unix-ms"],
		[["13/03/2026", "01/03/2026"], "dmy"],
		[["03/13/2026", "03/01/2026"], "mdy"],
	])("%s", (values, format) => expect(fittingTimeFormats(values, latest)[0]).toBe(format));

	test("is the one that reads the most", () => {
		expect(fittingTimeFormats(["13/03/2026", "01/03/2026", "2026-03-01"], latest)).toEqual(["dmy"]);
	});

	test("what can be read in two ways is said to be", () => {
		expect(fittingTimeFormats(["03/04/2026"], latest)).toEqual(["dmy", "mdy"]);
		expect(fittingTimeFormats(["gestern"], latest)).toEqual([]);
		expect(fittingTimeFormats([], latest)).toEqual([]);
	});
});

test("values that are too many to list are those of the first rows", () => {
	const opening = open(["a"], [["1"], ["2"]]);
	expect(valuesOf({ ...opening, values: [null] }, "a")).toEqual(["1", "2"]);
	expect(valuesOf(opening, "b")).toEqual([]);
});

test("a name stands for one field of a grain", () => {
	for (const grain of ["ORDER_LINE", "SHOP_DAY"] as const) {
		const names = mappingFields(grain).flatMap(({ name }) => guessedNames[name] ?? []);
		expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	}
});
