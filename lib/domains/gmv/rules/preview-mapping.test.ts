import { expect, test } from "vitest";
import { previewMapping } from "@/lib/domains/gmv/rules/preview-mapping";
import type { MappingDefinition } from "@/lib/domains/gmv/schema/mapping";

const header = ["日", "店", "额", "退", "单"];
const definition: MappingDefinition = {
	fields: {
		day: { from: "column", column: "日" },
		shop_id: { from: "column", column: "店" },
		paid: { from: "column", column: "额" },
		refunded: { from: "column", column: "退" },
		sale_orders: { from: "constant", value: "0" },
	},
	time: "dmy",
	unit: "fen",
	isGrouped: false,
	types: {},
	channels: {},
};

test("every cell at fault is named, and the line by the fault the import names", () => {
	const rows = [
		{ line: 2, fields: ["01/03/2026", "S-1", "100", "0", "1"] },
		{ line: 3, fields: ["2026-03-01", "S-1", "1.5", "", "1"] },
		{ line: 5, fields: ["01/03/2026", "S-1"] },
	];
	const preview = previewMapping("SHOP_DAY", definition, header, rows, "2030-12-31");
	if (!preview.ok) throw new Error("no preview");
	const [good, bad, short] = preview.rows;
	expect(good).toMatchObject({ line: 2, fault: null });
	expect(good?.values.map(({ text, code }) => [text, code])).toEqual([
		["2026-03-01", null],
		["S-1", null],
		["1.00", null],
		["0.00", null],
		["0", null],
		["", null],
	]);
	expect(bad?.fault).toMatchObject({ code: "DATE_UNREADABLE", column: "day", value: "2026-03-01" });
	expect(bad?.values.map(({ raw, code }) => [raw, code]).slice(0, 4)).toEqual([
		["2026-03-01", "DATE_UNREADABLE"],
		["S-1", null],
		["1.5", "FEN_INVALID"],
		["", "VALUE_MISSING"],
	]);
	expect(short).toMatchObject({ line: 5, fault: { code: "FIELDS_TOO_FEW", column: "" } });
});

test("columns the file lacks are named", () => {
	expect(previewMapping("SHOP_DAY", definition, header.slice(1), [], "2030-12-31")).toMatchObject({
		ok: false,
		columns: ["日 (day / 日期)"],
	});
});
