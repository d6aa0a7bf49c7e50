import { describe, expect, it } from "vitest";
import { formatExact, formatShort, thinPoints } from "./series";

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

describe("chart figures", () => {
	it("cuts below a line on the axis and is exact in the table", () => {
		expect(formatShort(9_999_999_999, "fen", "zh-CN")).toBe("¥9,999.99万");
		expect(formatExact(9_999_999_999, "fen")).toBe("¥99,999,999.99");
		expect(formatShort(60, "score", "en")).toBe("60");
		expect(formatExact(84.96, "score")).toBe("84.9");
	});
});
