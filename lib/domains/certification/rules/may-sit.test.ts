import { expect, test } from "vitest";
import { holds, judgeMaySit } from "@/lib/domains/certification/rules/may-sit";

const terms = { attempts: 2, attemptDays: 365, coolingDays: 7, prerequisite: null };
const failed = (day: string) => ({ day, outcome: "FAILED" as const });
const judge = (past: { day: string; outcome: "FAILED" | "PASSED" | "OPEN" }[], today: string) =>
	judgeMaySit(terms, { past, held: [], today });

test("the first time there are all attempts", () => {
	expect(judge([], "2026-08-01")).toEqual({ may: true, attemptsLeft: 2 });
});

test("seven whole days lie between a failed sitting and the next", () => {
	expect(judge([failed("2026-08-01")], "2026-08-08")).toEqual({
		may: false,
		reason: "COOLING",
		from: "2026-08-09",
	});
	expect(judge([failed("2026-08-01")], "2026-08-09")).toEqual({ may: true, attemptsLeft: 1 });
});

test("attempts come back one by one, each a year after it was used", () => {
	const past = [failed("2026-03-01"), failed("2026-01-10")];
	expect(judge(past, "2027-01-09")).toEqual({ may: false, reason: "ATTEMPTS_USED", from: "2027-01-10" });
	expect(judge(past, "2027-01-10")).toEqual({ may: true, attemptsLeft: 1 });
	expect(judge([...past, failed("2025-01-01")], "2026-06-01")).toMatchObject({ from: "2027-01-10" });
});

test("one sitting at a time", () => {
	expect(judge([{ day: "2026-08-01", outcome: "OPEN" }], "2026-08-01")).toEqual({
		may: false,
		reason: "HAS_OPEN_SITTING",
		from: null,
	});
});

test("the level before has to be held, a higher one stands for it", () => {
	const middle = { ...terms, prerequisite: "junior" as const };
	const input = { past: [], today: "2026-08-01" };
	expect(judgeMaySit(middle, { ...input, held: [] })).toMatchObject({ reason: "PREREQUISITE" });
	expect(judgeMaySit(middle, { ...input, held: ["junior"] })).toMatchObject({ may: true });
	expect(judgeMaySit(middle, { ...input, held: ["senior"] })).toMatchObject({ may: true });
	expect(holds(["junior"], "intermediate")).toBe(false);
});
