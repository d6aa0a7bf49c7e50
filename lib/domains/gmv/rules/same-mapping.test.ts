import { expect, test } from "vitest";
import { isSameMapping } from "@/lib/domains/gmv/rules/same-mapping";

test("the order of keys makes no difference, everything else does", () => {
	const one = {
		fields: { a: { from: "column", column: "x" }, b: { from: "constant", value: "1" } },
		types: {},
	};
	const turned = {
		types: {},
		fields: { b: { value: "1", from: "constant" }, a: { column: "x", from: "column" } },
	};
	expect(isSameMapping(one, turned)).toBe(true);
	expect(isSameMapping(one, { ...one, fields: { a: one.fields.a } })).toBe(false);
	expect(isSameMapping(one, { ...turned, types: { 出库: "sale" } })).toBe(false);
	expect(isSameMapping(["a", "b"], ["b", "a"])).toBe(false);
	expect(isSameMapping(null, {})).toBe(false);
});
