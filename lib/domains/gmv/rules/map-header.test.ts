import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeOrderLineCheck } from "@/lib/domains/gmv/rules/check-order-line";
import { makeShopDayCheck } from "@/lib/domains/gmv/rules/check-shop-day";
import { mapCheck, mapHeader } from "@/lib/domains/gmv/rules/map-header";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import { parseFeedFen } from "@/lib/domains/gmv/rules/parse-fields";
import type { MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import { fenToDecimal } from "@/lib/platform/money";

const latest = "2030-12-31";
const header = ["单号", "行", "类别", "支付时间", "小店", "货号", "件", "实付", "场景", "专供"];
const column = (name: string) => ({ from: "column", column: name }) as const;
const constant = (value: string) => ({ from: "constant", value }) as const;

const plain: MappingDefinition = {
	fields: {
		event_id: column("单号"),
		line_no: column("行"),
		type: column("类别"),
		occurred_at: column("支付时间"),
		shop_id: column("小店"),
		product_id: column("货号"),
		quantity: column("件"),
		amount: column("实付"),
		channel: column("场景"),
		exclusive: column("专供"),
	},
	time: "dmy",
	unit: "fen",
	isGrouped: false,
	types: { 出货: "sale", 回退: "refund" },
	channels: { 直播间: "self_live" },
};
const good = ["A1", "1", "出货", "01/03/2026 10:00", "S-1", "P1", "2", "8340", "直播间", "是"];

function checkWith(definition: MappingDefinition, names = header) {
	const mapping = mapHeader(names, "ORDER_LINE", definition);
	if (!mapping.ok) throw new Error(mapping.columns.join());
	return mapCheck(makeOrderLineCheck(mapping.layout, latest), mapping, definition);
}

const put = (name: string, value: string) => good.map((old, at) => (header[at] === name ? value : old));
const verdict = (name: string, value: string, definition = plain) => {
	const checked = checkWith(definition)(put(name, value));
	return checked.ok ? null : [checked.code, checked.column, checked.value];
};

test("a record in another system's form becomes the line our own form would give", () => {
	expect(checkWith(plain)(good)).toMatchObject({
		ok: true,
		row: {
			eventId: "A1",
			lineNo: 1,
			type: "sale",
			shopCode: "S-1",
			productName: "",
			buyerId: "",
			quantity: 2,
			amountFen: 8340,
			paidFen: 8340,
			channel: "self_live",
			isExclusive: true,
		},
	});
	const own = [
		"event_id",
		"line_no",
		"type",
		"occurred_at",
		"shop_id",
		"product_id",
		"product_name",
		"buyer_id",
		"quantity",
		"amount",
	];
	const layout = { columns: own, titles: own, positions: own.map((_, at) => at), width: own.length };
	const checked = makeOrderLineCheck(
		layout,
		latest,
	)(["A1", "1", "sale", "2026-03-01 10:00:00", "S-1", "P1", "", "", "2", "83.40"]);
	const mapped = checkWith({
		...plain,
		fields: { ...plain.fields, channel: constant("other"), exclusive: constant("") },
	})(good);
	expect(mapped).toEqual(checked);
});

describe("faults are named by the field, with the value as the file has it", () => {
	test.each([
		["实付", "83.40", ["FEN_INVALID", "amount", "83.40"]],
		["实付", "8340.00", null],
		["实付", " 8340 ", null],
		["实付", "1", null],
		["实付", "0", ["AMOUNT_NOT_POSITIVE", "amount", "0"]],
		["实付", "-5", ["AMOUNT_NOT_POSITIVE", "amount", "-5"]],
		["实付", "", ["VALUE_MISSING", "amount", ""]],
		["实付", "999999999999999", null],
		["实付", "9999999999999999", ["FEN_INVALID", "amount", "9999999999999999"]],
		["实付", "8,340", ["FEN_INVALID", "amount", "8,340"]],
		["件", "2.00", null],
		["件", "2.5", ["NUMBER_INVALID", "quantity", "2.5"]],
		["件", "-2", ["QUANTITY_NOT_POSITIVE", "quantity", "-2"]],
		["类别", "回退", null],
		["类别", "退款", null],
		["类别", "换货", ["TYPE_UNKNOWN", "type", "换货"]],
		["类别", "", ["VALUE_MISSING", "type", ""]],
		["场景", "公域", null],
		["场景", "", null],
		["场景", "电视", ["CHANNEL_UNKNOWN", "channel", "电视"]],
		["支付时间", "2026-03-01 10:00:00", ["DATE_UNREADABLE", "occurred_at", "2026-03-01 10:00:00"]],
		["支付时间", "31/02/2026", ["DATE_UNREADABLE", "occurred_at", "31/02/2026"]],
		["支付时间", "31/12/1999", ["DATE_OUT_OF_RANGE", "occurred_at", "31/12/1999"]],
		["支付时间", "31/12/2030", null],
		["支付时间", "01/01/2031", ["DATE_OUT_OF_RANGE", "occurred_at", "01/01/2031"]],
		["支付时间", "", ["VALUE_MISSING", "occurred_at", ""]],
		["单号", "\t00012345", null],
		["单号", '="00012345"', null],
		["单号", "", ["VALUE_MISSING", "event_id", ""]],
		["单号", "x".repeat(65), ["TEXT_TOO_LONG", "event_id", "x".repeat(65)]],
		["专供", "maybe", ["FLAG_INVALID", "exclusive", "maybe"]],
	])("%s = %s", (name, value, expected) => expect(verdict(name, value)).toEqual(expected));

	test("a record of another width names no field", () => {
		const check = checkWith(plain);
		expect(check(good.slice(1))).toMatchObject({ code: "FIELDS_TOO_FEW", column: "", value: "9" });
		expect(check([...good, ""])).toMatchObject({ code: "FIELDS_TOO_MANY", column: "", value: "11" });
	});

	test("the first fault in the order of our own form decides", () => {
		const both = put("实付", "?").map((value, at) => (header[at] === "件" ? "x" : value));
		expect(checkWith(plain)(both)).toMatchObject({ code: "NUMBER_INVALID", column: "quantity" });
	});
});

test("blanks and Excel's text form are taken off; the id keeps its zeros", () => {
	const check = checkWith(plain);
	for (const id of ["\t00012345", '="00012345"', " 00012345 "])
		expect(check(put("单号", id))).toMatchObject({ row: { eventId: "00012345" } });
});

describe("amounts", () => {
	const yuan = { ...plain, unit: "yuan", isGrouped: true } as const;
	const amountOf = (text: string, definition: MappingDefinition) => {
		const checked = checkWith(definition)(put("实付", text));
		return checked.ok ? checked.row.amountFen : checked.code;
	};
	test.each([
		["1,234.50", 123_450],
		["¥1,234,567.8", 123_456_780],
		["￥12", 1_200],
		["12.5元", 1_250],
		["1234.50", 123_450],
		["12,34.50", "AMOUNT_INVALID"],
		["1,23", "AMOUNT_INVALID"],
		["12,50", "AMOUNT_INVALID"],
		["1.234", "AMOUNT_TOO_PRECISE"],
		["-¥1,234.50", "AMOUNT_NOT_POSITIVE"],
	])("%s", (text, fen) => expect(amountOf(text, yuan)).toBe(fen));

	test("separators are refused where the mapping does not name them", () => {
		expect(amountOf("1,234.50", { ...yuan, isGrouped: false })).toBe("AMOUNT_INVALID");
		expect(amountOf("¥12", { ...yuan, isGrouped: false })).toBe("AMOUNT_INVALID");
	});

	test("in fen are exact", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (fen) => {
				expect(amountOf(String(fen), plain)).toBe(fen);
				expect(parseFeedFen(fenToDecimal(BigInt(fen))).value).toBe(fen);
			}),
		);
	});
});

describe("a header", () => {
	test("that lacks a column of the mapping says which, for which field", () => {
		expect(mapHeader(header.slice(0, -3), "ORDER_LINE", plain)).toEqual({
			ok: false,
			code: "HEADER_COLUMN_MISSING",
			columns: ["实付 (amount / 金额)", "场景 (channel / 渠道)", "专供 (exclusive / 渠道专供)"],
		});
	});

	test("is compared without regard to width and case, its exact name before one alike", () => {
		const names = header.map((name) => (name === "单号" ? " ORDER No " : name));
		const definition = { ...plain, fields: { ...plain.fields, event_id: column("order no") } };
		expect(mapHeader(names, "ORDER_LINE", definition)).toMatchObject({ ok: true });
		expect(mapHeader([...names, "order no"], "ORDER_LINE", definition)).toMatchObject({
			positions: expect.arrayContaining([header.length]),
		});
	});

	test("with a column of the mapping twice is refused", () => {
		expect(mapHeader([...header, "实付"], "ORDER_LINE", plain)).toMatchObject({
			ok: false,
			code: "HEADER_COLUMN_TWICE",
			columns: ["实付 (amount / 金额)"],
		});
	});

	test("that is no text is refused", () => {
		expect(mapHeader(["\0", ...header], "ORDER_LINE", plain)).toMatchObject({ code: "FILE_NOT_TEXT" });
	});

	test("names the mapped fields as the file does", () => {
		const mapping = mapHeader(header, "ORDER_LINE", {
			...plain,
			fields: { ...plain.fields, line_no: constant("1") },
		});
		expect(mapping).toMatchObject({
			layout: { columns: mappingFields("ORDER_LINE").map(({ name }) => name) },
		});
		expect(mapping.ok && mapping.layout.titles.slice(0, 3)).toEqual(["单号", "line_no", "类别"]);
	});
});

test("constants stand on every line, days without a time begin", () => {
	const fields = {
		...plain.fields,
		line_no: constant("1"),
		occurred_at: constant("2026-03-01"),
		type: constant("退款"),
	};
	expect(checkWith({ ...plain, fields })(good)).toMatchObject({
		row: { lineNo: 1, type: "refund", refundedFen: 8340, paidFen: 0 },
	});
});

test("a mapping's words go before our own names", () => {
	const swapped = { ...plain, types: { 退款: "sale" } } as const;
	expect(verdict("类别", "退款", swapped)).toBeNull();
	expect(checkWith(swapped)(put("类别", "退款"))).toMatchObject({ row: { type: "sale" } });
	expect(verdict("类别", "constructor")).toEqual(["TYPE_UNKNOWN", "type", "constructor"]);
});

test("shop days: a time is cut to its day, refunds may be a constant", () => {
	const definition: MappingDefinition = {
		...plain,
		fields: {
			day: column("时间"),
			shop_id: column("店"),
			paid: column("额"),
			refunded: constant("0"),
			sale_orders: constant("0"),
		},
		time: "ymd",
		unit: "yuan",
	};
	const mapping = mapHeader(["店", "时间", "额"], "SHOP_DAY", definition);
	if (!mapping.ok) throw new Error("no header");
	const check = mapCheck(makeShopDayCheck(mapping.layout, latest), mapping, definition);
	expect(check(["S-1", "2026/3/1 23:59", "12.5"])).toMatchObject({
		row: { shopCode: "S-1", paidFen: 1250, refundedFen: 0, saleOrders: 0, channel: "other" },
	});
	expect(check(["S-1", "3/1/2026", "12.5"])).toMatchObject({ code: "DATE_UNREADABLE", column: "day" });
});
