import { describe, expect, test } from "vitest";
import {
	bucketOf,
	chooseGrain,
	grainsOf,
	listBuckets,
	periodBefore,
	resolveRange,
	splitMonths,
	yearBefore,
} from "./explorer-range";

const today = "2026-11-22";

describe("presets", () => {
	test.each([
		["today", "2026-11-22", "2026-11-23"],
		["yesterday", "2026-11-21", "2026-11-22"],
		["last7", "2026-11-15", "2026-11-22"],
		["last30", "2026-10-23", "2026-11-22"],
		["month", "2026-11-01", "2026-11-23"],
		["lastMonth", "2026-10-01", "2026-11-01"],
	] as const)("%s", (preset, from, to) => {
		expect(resolveRange(preset, today, "", "")).toEqual({ from, to });
	});

	test("a custom range includes both its days, either way round, and is cut to three years from its end", () => {
		const range = { from: "2026-03-01", to: "2026-03-06" };
		expect(resolveRange("custom", today, "2026-03-01", "2026-03-05")).toEqual(range);
		expect(resolveRange("custom", today, "2026-03-05", "2026-03-01")).toEqual(range);
		expect(resolveRange("custom", today, "2026-03-05", "")).toEqual({ from: "2026-03-05", to: "2026-03-06" });
		expect(resolveRange("custom", today, "", "")).toEqual({ from: "2026-10-23", to: "2026-11-22" });
		expect(resolveRange("custom", today, "2010-01-01", "2026-03-05")).toEqual({
			from: "2023-03-06",
			to: "2026-03-06",
		});
	});
});

describe("the period before", () => {
	test.each([
		["2026-11-15", "2026-11-22", "2026-11-08", "2026-11-15"],
		["2026-10-01", "2026-11-01", "2026-09-01", "2026-10-01"],
		["2026-07-01", "2026-10-01", "2026-04-01", "2026-07-01"],
		["2026-11-01", "2026-11-23", "2026-10-01", "2026-10-23"],
		["2026-03-01", "2026-03-31", "2026-02-01", "2026-03-01"],
		["2026-11-22", "2026-11-23", "2026-11-21", "2026-11-22"],
	])("of %s to %s", (from, to, beforeFrom, beforeTo) => {
		expect(periodBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo });
	});
});

test("the year before keeps the days; 29 February becomes the 28th", () => {
	expect(yearBefore({ from: "2026-11-15", to: "2026-11-22" })).toEqual({
		from: "2025-11-15",
		to: "2025-11-22",
	});
	expect(yearBefore({ from: "2028-02-29", to: "2028-03-01" })).toEqual({
		from: "2027-02-28",
		to: "2027-03-01",
	});
	expect(yearBefore({ from: "2028-02-01", to: "2028-03-01" })).toEqual({
		from: "2027-02-01",
		to: "2027-03-01",
	});
});

test("grains: 400 days are points, 401 are not; the default follows the length", () => {
	expect(grainsOf({ from: "2025-01-01", to: "2026-02-05" })).toEqual(["day", "week", "month"]);
	expect(grainsOf({ from: "2025-01-01", to: "2026-02-06" })).toEqual(["week", "month"]);
	expect(chooseGrain({ from: "2026-01-01", to: "2026-03-04" }, undefined)).toBe("day");
	expect(chooseGrain({ from: "2026-01-01", to: "2026-03-05" }, undefined)).toBe("week");
	expect(chooseGrain({ from: "2026-01-01", to: "2026-07-04" }, undefined)).toBe("week");
	expect(chooseGrain({ from: "2026-01-01", to: "2026-07-05" }, undefined)).toBe("month");
	expect(chooseGrain({ from: "2024-01-01", to: "2026-07-05" }, "day")).toBe("month");
	expect(chooseGrain({ from: "2026-01-01", to: "2026-01-05" }, "month")).toBe("month");
});

test("a range is its whole months and the days around them", () => {
	expect(splitMonths({ from: "2026-01-15", to: "2026-04-02" })).toEqual({
		before: { from: "2026-01-15", to: "2026-02-01" },
		months: { from: "2026-02-01", to: "2026-04-01" },
		after: { from: "2026-04-01", to: "2026-04-02" },
	});
	expect(splitMonths({ from: "2026-01-15", to: "2026-02-10" }).months).toEqual({
		from: "2026-02-10",
		to: "2026-02-10",
	});
	expect(splitMonths({ from: "2026-01-01", to: "2026-02-01" })).toEqual({
		before: { from: "2026-01-01", to: "2026-01-01" },
		months: { from: "2026-01-01", to: "2026-02-01" },
		after: { from: "2026-02-01", to: "2026-02-01" },
	});
});

test("weeks begin on Monday, before 2024 too", () => {
	expect(bucketOf("2026-11-22", "week")).toBe("2026-11-16");
	expect(bucketOf("2026-11-23", "week")).toBe("2026-11-23");
	expect(bucketOf("2023-12-31", "week")).toBe("2023-12-25");
	expect(listBuckets({ from: "2026-11-15", to: "2026-11-24" }, "week")).toEqual([
		"2026-11-09",
		"2026-11-16",
		"2026-11-23",
	]);
	expect(listBuckets({ from: "2026-11-15", to: "2027-01-02" }, "month")).toEqual([
		"2026-11-01",
		"2026-12-01",
		"2027-01-01",
	]);
});
