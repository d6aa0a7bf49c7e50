import { describe, expect, it } from "vitest";
import {
	formatAgo,
	formatBps,
	formatBytes,
	formatCompactCount,
	formatCompactFen,
	formatCount,
	formatDate,
	formatDateTime,
	formatFen,
	formatMonth,
	formatScore,
} from "./index";

const YI = 100_000_000n * 100n;

describe("formatFen", () => {
	it.each([
		[0n, "¥0.00"],
		[5n, "¥0.05"],
		[123_456n, "¥1,234.56"],
		[-123_456n, "-¥1,234.56"],
		[-5n, "-¥0.05"],
		[99_999_999_999_999_999_999n, "¥999,999,999,999,999,999.99"],
	])("%s", (fen, text) => {
		expect(formatFen(fen)).toBe(text);
	});
});

describe("formatCompactFen", () => {
	it.each([
		[999_999n, "¥9,999.99"],
		[1_000_000n, "¥1万"],
		[1_234_599n, "¥1.23万"],
		[YI - 1n, "¥9,999.99万"],
		[YI, "¥1亿"],
		[YI + 1n, "¥1.00亿"],
		[(YI * 12n) / 10n, "¥1.2亿"],
		[10n * YI - 1n, "¥9.99亿"],
		[10n * YI, "¥10亿"],
		[3812n * YI, "¥3,812亿"],
		[12_345n * YI, "¥1.23万亿"],
		[-(YI - 1n), "-¥9,999.99万"],
	])("zh %s", (fen, text) => {
		expect(formatCompactFen(fen, "zh-CN").text).toBe(text);
	});

	it.each([
		[99_999n, "¥999.99"],
		[YI, "¥100M"],
		[10n * YI - 1n, "¥999.99M"],
		[10n * YI, "¥1B"],
		[3812n * YI, "¥381.2B"],
	])("en %s", (fen, text) => {
		expect(formatCompactFen(fen, "en").text).toBe(text);
	});

	it("carries the exact amount and the unit apart from the number", () => {
		expect(formatCompactFen(YI - 1n, "zh-CN")).toEqual({
			text: "¥9,999.99万",
			number: "¥9,999.99",
			unit: "万",
			exact: "¥99,999,999.99",
		});
	});
});

describe("counts and rates", () => {
	it("groups and shortens counts", () => {
		expect(formatCount(2_400_000)).toBe("2,400,000");
		expect(formatCount(-1234n)).toBe("-1,234");
		expect(formatCompactCount(24_000_000, "zh-CN").text).toBe("2,400万");
		expect(formatCompactCount(9_999, "en").text).toBe("9,999");
		expect(formatCompactCount(24_000_000n, "en").text).toBe("24M");
	});

	it("writes basis points as exact percentages", () => {
		expect(formatBps(1234)).toBe("12.34%");
		expect(formatBps(3000)).toBe("30%");
		expect(formatBps(20)).toBe("0.2%");
		expect(formatBps(-5)).toBe("-0.05%");
		expect(formatBps(80_000, { signed: true })).toBe("+800%");
		expect(formatBps(0, { signed: true })).toBe("0%");
	});

	it("cuts scores below a line instead of rounding them onto it", () => {
		expect(formatScore(84.96)).toBe("84.9");
		expect(formatScore(85)).toBe("85.0");
		expect(formatScore(0.3 * 3 * 10)).toBe("9.0");
	});

	it("writes file sizes", () => {
		expect(formatBytes(0)).toBe("0 B");
		expect(formatBytes(1023)).toBe("1023 B");
		expect(formatBytes(1536)).toBe("1.5 KB");
		expect(formatBytes(10 * 1024 * 1024)).toBe("10 MB");
	});
});

describe("dates in Asia/Shanghai", () => {
	const lateEvening = new Date("2026-02-28T16:05:00Z");

	it("puts an instant on the Shanghai day", () => {
		expect(formatDate(lateEvening, "zh-CN")).toBe("2026-03-01");
		expect(formatDate(lateEvening, "zh-CN", { long: true })).toBe("2026年3月1日");
		expect(formatDate(lateEvening, "en")).toBe("1 Mar 2026");
		expect(formatDateTime(lateEvening, "zh-CN")).toBe("2026-03-01 00:05");
		expect(formatDateTime(lateEvening, "en")).toBe("1 Mar 2026, 00:05");
	});

	it("leaves a business day as it is", () => {
		expect(formatDate("2010-12-31", "en")).toBe("31 Dec 2010");
		expect(formatMonth("2010-12", "zh-CN")).toBe("2010年12月");
		expect(formatMonth("2010-12", "en", { short: true })).toBe("Dec 10");
		expect(formatMonth("2010-12", "zh-CN", { short: true })).toBe("10-12");
	});

	it("tells how long ago something was", () => {
		const asOf = new Date("2026-03-01T12:00:00Z");
		expect(formatAgo(new Date("2026-03-01T11:59:30Z"), asOf, "zh-CN")).toBe("刚刚");
		expect(formatAgo(new Date("2026-03-01T09:30:00Z"), asOf, "zh-CN")).toBe("2 小时前");
		expect(formatAgo(new Date("2026-02-26T09:30:00Z"), asOf, "en")).toBe("3 d ago");
		expect(formatAgo(new Date("2025-12-01T00:00:00Z"), asOf, "en")).toBe("1 Dec 2025");
	});
});
