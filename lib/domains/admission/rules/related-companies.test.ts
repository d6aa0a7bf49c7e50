import { expect, test } from "vitest";
import { relationsOf } from "./related-companies";

const own = { uscc: "A", representativeKey: "陈一帆", contactPhone: "13800138000", addressKey: "江陵路1号" };

test("each thing in common is a reason of its own", () => {
	expect(relationsOf(own, { ...own, uscc: "B" })).toEqual(["representative", "phone", "address"]);
	expect(relationsOf(own, { ...own, uscc: "B", contactPhone: "1", addressKey: null })).toEqual([
		"representative",
	]);
	expect(relationsOf(own, { uscc: "B", representativeKey: "x", contactPhone: "y", addressKey: "z" })).toEqual(
		[],
	);
});

test("what is empty matches nothing, and the company itself is not related to itself", () => {
	const empty = { uscc: null, representativeKey: "", contactPhone: null, addressKey: null };
	expect(relationsOf(empty, { ...empty, uscc: "B" })).toEqual([]);
	expect(relationsOf(own, own)).toEqual([]);
});
