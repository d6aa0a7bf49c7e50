import { describe, expect, test } from "vitest";
import { checkConstant, findMappingProblems } from "@/lib/domains/gmv/rules/check-mapping";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import { type FieldSource, type MappingDefinition, mappingSchema } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain } from "@/lib/domains/gmv/types";

const empty: MappingDefinition = {
	fields: {},
	time: "iso",
	unit: "yuan",
	isGrouped: false,
	types: {},
	channels: {},
};

function whole(grain: FeedGrain, changes: Record<string, FieldSource | undefined> = {}): MappingDefinition {
	const columns = mappingFields(grain).map(({ name }): [string, FieldSource] => [
		name,
		{ from: "column", column: name },
	]);
	const all = Object.entries({ ...Object.fromEntries(columns), ...changes });
	return {
		...empty,
		fields: Object.fromEntries(all.flatMap(([name, source]) => (source ? [[name, source]] : []))),
	};
}

test("what is needed is named, what may be left out is not", () => {
	expect(findMappingProblems("ORDER_LINE", empty).map(({ field }) => field)).toEqual([
		"event_id",
		"line_no",
		"type",
		"occurred_at",
		"shop_id",
		"product_id",
		"quantity",
		"amount",
	]);
	expect(findMappingProblems("SHOP_DAY", empty).map(({ field }) => field)).toEqual([
		"day",
		"shop_id",
		"paid",
		"refunded",
		"sale_orders",
	]);
	for (const grain of ["ORDER_LINE", "SHOP_DAY"] as const)
		expect(findMappingProblems(grain, whole(grain))).toEqual([]);
});

test("what tells lines apart, or counts, cannot be the same on all of them", () => {
	const one: FieldSource = { from: "constant", value: "1" };
	expect(findMappingProblems("ORDER_LINE", whole("ORDER_LINE", { event_id: one, amount: one }))).toEqual([
		{ field: "event_id", code: "MAPPING_NEEDS_COLUMN" },
		{ field: "amount", code: "MAPPING_NEEDS_COLUMN" },
	]);
	expect(findMappingProblems("SHOP_DAY", whole("SHOP_DAY", { paid: one, refunded: one }))).toEqual([
		{ field: "paid", code: "MAPPING_NEEDS_COLUMN" },
	]);
});

describe("a constant", () => {
	const fields = [...mappingFields("ORDER_LINE"), ...mappingFields("SHOP_DAY")];
	test.each([
		["line_no", "1", null],
		["line_no", "0", "LINE_NO_NOT_POSITIVE"],
		["line_no", "一", "NUMBER_INVALID"],
		["line_no", "", "VALUE_MISSING"],
		["quantity", "0", "QUANTITY_NOT_POSITIVE"],
		["quantity", "-1", "NUMBER_NEGATIVE"],
		["sale_orders", "0", null],
		["refunded", "0", null],
		["refunded", "-0.01", "AMOUNT_NEGATIVE"],
		["refunded", "1,000", "AMOUNT_INVALID"],
		["type", "退款", null],
		["type", "gift", "TYPE_UNKNOWN"],
		["channel", "self_live", null],
		["channel", "电视", "CHANNEL_UNKNOWN"],
		["channel", "", null],
		["occurred_at", "2026-03-01", null],
		["occurred_at", "2026-02-30", "DATE_INVALID"],
		["day", "2026-03-01", null],
		["day", "01/03/2026", "DATE_INVALID"],
		["exclusive", "是", null],
		["exclusive", "也许", "FLAG_INVALID"],
		["shop_id", "S-1", null],
		["shop_id", "x".repeat(64), null],
		["shop_id", "x".repeat(65), "TEXT_TOO_LONG"],
		["product_name", "", null],
		["product_name", "x".repeat(300), null],
	])("of %s: %s → %s", (name, value, code) => {
		const field = fields.find((one) => one.name === name);
		if (!field) throw new Error(name);
		expect(checkConstant(field, value)).toBe(code);
	});
});

test("the schema answers with the path of the field", () => {
	const parsed = mappingSchema.safeParse({
		grain: "ORDER_LINE",
		definition: whole("ORDER_LINE", { shop_id: undefined, line_no: { from: "constant", value: "x" } }),
	});
	expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
		["definition.fields.line_no", "NUMBER_INVALID"],
		["definition.fields.shop_id", "MAPPING_FIELD_MISSING"],
	]);
	const odd = {
		...whole("ORDER_LINE"),
		fields: { ...whole("ORDER_LINE").fields, tenant: { from: "constant", value: "1" } },
	};
	expect(mappingSchema.safeParse({ grain: "ORDER_LINE", definition: odd }).success).toBe(false);
	expect(mappingSchema.safeParse({ grain: "ORDER_LINE", definition: whole("ORDER_LINE") }).success).toBe(
		true,
	);
});
