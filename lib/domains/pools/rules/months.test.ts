import { expect, test } from "vitest";
import { monthStateOn, monthsDown, reviewUntil } from "@/lib/domains/pools/rules/months";

test.each([
	["2026-11-30", "OPEN"],
	["2026-12-01", "REVIEW"],
	["2026-12-07", "REVIEW"],
	["2026-12-08", "DUE"],
])("November on %s is %s", (today, state) => {
	expect(monthStateOn("2026-11", today, false)).toBe(state);
});

test("the review ends with the seventh day after the month", () => {
	expect(reviewUntil("2026-11")).toBe("2026-12-07");
	expect(monthStateOn("2026-11", "2026-12-03", true)).toBe("CLOSED");
});

test("months are listed from the newest", () => {
	expect(monthsDown("2025-11", "2026-01")).toEqual(["2026-01", "2025-12", "2025-11"]);
	expect(monthsDown("2026-02", "2026-01")).toEqual([]);
});
