import { expect, test } from "vitest";
import { formatMonthRange, formatScoreBps } from "@/lib/platform/format";

test("a range of months names the year once where it can", () => {
	expect(formatMonthRange("2026-08", "2026-10", "zh-CN")).toBe("2026年8月至10月");
	expect(formatMonthRange("2025-11", "2026-10", "zh-CN")).toBe("2025年11月至2026年10月");
	expect(formatMonthRange("2026-08", "2026-10", "en")).toBe("Aug – Oct 2026");
	expect(formatMonthRange("2025-11", "2026-10", "en")).toBe("Nov 2025 – Oct 2026");
	expect(formatMonthRange("2026-08", "2026-08", "zh-CN")).toBe("2026年8月");
});

test("a receipt's score keeps every hundredth", () => {
	expect(formatScoreBps(8499)).toBe("84.99");
	expect(formatScoreBps(10_000)).toBe("100.00");
	expect(formatScoreBps(5)).toBe("0.05");
});
