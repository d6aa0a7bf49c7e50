import { describe, expect, it } from "vitest";
import { findLonePoints, formatExact, formatShort, thinPoints } from "./series";

describe("thinPoints", () => {
	it("leaves a short series alone", () => {
		expect(thinPoints([1, 2, 3])).toEqual([1, 2, 3]);
	});

	it("keeps the first and the last of a long one and never exceeds the limit", () => {
		const points = Array.from({ length: 1461 }, (_, index) => index);
		const thinned = thinPoints(points);
		expect(thinned).toHaveLength(400);
		expect(thinned[0]).toBe(0);
		expect(thinned.at(-1)).toBe(1460);
		expect(new Set(thinned).size).toBe(400);
	});
});

describe("findLonePoints", () => {
	const lone = (...values: (number | null)[]) => [
		...findLonePoints(
			values.map((value, index) => ({ key: `${index}`, label: `${index}`, values: { a: value } })),
			"a",
		),
	];

	it("finds what no line would show, at the ends too", () => {
		expect(lone(1, null, 0, null, 2, 3, null, 4)).toEqual([0, 2, 7]);
		expect(lone(5)).toEqual([0]);
	});

	it("finds nothing in an unbroken or an empty series", () => {
		expect(lone(1, 2, 3)).toEqual([]);
		expect(lone(null, null)).toEqual([]);
		expect(lone()).toEqual([]);
	});
});

describe("chart figures", () => {
	it("cuts below a line on the axis and is exact in the table", () => {
		expect(formatShort(9_999_999_999, "fen", "zh-CN")).toBe("¥9,999.99万");
		expect(formatExact(9_999_999_999, "fen")).toBe("¥99,999,999.99");
		expect(formatShort(60, "score", "en")).toBe("60");
		expect(formatExact(84.96, "score")).toBe("84.9");
	});
});
