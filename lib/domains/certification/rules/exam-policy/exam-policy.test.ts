import { expect, test } from "vitest";
import { examPolicyV1 } from "@/lib/domains/certification/constants/exam-policy";
import type { ExamPolicyForm } from "@/lib/domains/certification/types/exam-form";
import { replaceAt } from "@/lib/platform/forms/merge-drafts";
import { formOfExamPolicy, readExamPolicyForm } from "./form";
import { coverBlueprints, earliestExamDay, lintExamPolicy, missingOf } from "./lint";
import { compareExamPolicies } from "./words";

const typed = (changes: Record<string, string>): ExamPolicyForm =>
	Object.entries(changes).reduce(
		(form, [path, value]) => replaceAt(form, path, value),
		formOfExamPolicy(examPolicyV1),
	);

function read(changes: Record<string, string>) {
	const reading = readExamPolicyForm(typed(changes), examPolicyV1);
	if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
	return reading.policy;
}
const errorsOf = (changes: Record<string, string>) => {
	const reading = readExamPolicyForm(typed(changes), examPolicyV1);
	return reading.ok ? null : reading.errors;
};

test("a version comes back from its form unchanged", () => {
	expect(read({})).toEqual(examPolicyV1);
	expect(compareExamPolicies(examPolicyV1, read({}))).toEqual([]);
});

test("every change is told once, with its direction for a candidate", () => {
	const after = read({
		...{ "levels.junior.passBps": "65.5", "levels.junior.minutes": "40", "levels.senior.prerequisite": "" },
		...{ "levels.junior.counts.room.2": "", "levels.junior.counts.room.3": "1", "practical.dueDays": "10" },
	});
	expect(compareExamPolicies(examPolicyV1, after)).toEqual([
		{ level: "junior", of: "figure", code: "minutes", before: 30, after: 40, direction: "easier" },
		{ level: "junior", of: "figure", code: "passBps", before: 6_000, after: 6_550, direction: "stricter" },
		{ level: "junior", of: "count", topic: "room", difficulty: 2, before: 1, after: 0, direction: "other" },
		{ level: "junior", of: "count", topic: "room", difficulty: 3, before: 0, after: 1, direction: "other" },
		{ level: "senior", of: "prerequisite", before: "intermediate", after: null, direction: "easier" },
		{ level: null, of: "figure", code: "dueDays", before: 14, after: 10, direction: "stricter" },
	]);
});

test("what is missing or out of bounds is named by its field", () => {
	expect(
		errorsOf({
			...{ "levels.junior.minutes": "", "levels.junior.passBps": "101", "levels.senior.attempts": "x" },
			"levels.senior.counts.room.2": "viele",
		}),
	).toMatchObject({
		...{ "levels.junior.minutes": "REQUIRED", "levels.junior.passBps": "OUT_OF_RANGE" },
		...{ "levels.senior.attempts": "NOT_A_NUMBER", "levels.senior.counts.room.2": "NOT_A_NUMBER" },
	});
	expect(errorsOf({ "levels.junior.minutes": "4" })).toEqual({ "levels.junior.minutes": "OUT_OF_RANGE" });
	expect(errorsOf({ "levels.junior.minutes": "5" })).toBeNull();
	expect(errorsOf({ "levels.senior.counts.goods.2": "101" })).toEqual({
		"levels.senior.counts.goods.2": "OUT_OF_RANGE",
	});
	expect(errorsOf({ "practical.dueDays": "0" })).toEqual({ "practical.dueDays": "OUT_OF_RANGE" });
	const none = examPolicyV1.topics.flatMap(({ code }) =>
		["1", "2", "3"].map((d) => `levels.junior.counts.${code}.${d}`),
	);
	expect(errorsOf(Object.fromEntries(none.map((path) => [path, "0"])))).toEqual({
		"levels.junior.counts": "REQUIRED",
	});
});

test("contradictions and surprises are found at their boundary", () => {
	const codes = (changes: Record<string, string>) => lintExamPolicy(read(changes)).map(({ code }) => code);
	expect(codes({})).toEqual([]);
	expect(codes({ "levels.junior.prerequisite": "junior" })).toEqual(["PREREQUISITE_NOT_LOWER"]);
	// 15 questions in the shipped junior paper.
	expect(codes({ "levels.junior.minutes": "8" })).toEqual([]);
	expect(codes({ "levels.junior.minutes": "7" })).toEqual(["NO_TIME_TO_READ"]);
	expect(codes({ "levels.junior.coolingDays": "182" })).toEqual([]);
	expect(codes({ "levels.junior.coolingDays": "183" })).toEqual(["ATTEMPTS_OUT_OF_REACH"]);
	expect(codes({ "levels.junior.passBps": "50" })).toEqual([]);
	expect(codes({ "levels.junior.passBps": "49.99" })).toEqual(["PASS_BY_CHANCE"]);
	expect(codes({ "levels.junior.passBps": "100" })).toEqual(["PASS_WITHOUT_FAULT"]);
	expect(codes({ "levels.junior.validMonths": "2" })).toEqual(["VALID_SHORT"]);
});

test("the bank is held against the draft, and the notice grows with the partners it reaches", () => {
	const policy = read({ "levels.junior.counts.room.1": "3" });
	const bank = policy.blueprints.flatMap(({ level, sections }) =>
		sections.map(({ topic, difficulty }) => ({ level, topic, difficulty, found: 2 })),
	);
	expect(coverBlueprints(policy, bank).map(missingOf)).toEqual([1, 0, 0]);
	expect(coverBlueprints(policy, []).map(missingOf)).toEqual([16, 20, 15]);
	expect(earliestExamDay("2026-11-23", 50, "2026-01-01")).toBe("2026-11-30");
	expect(earliestExamDay("2026-11-23", 51, "2026-01-01")).toBe("2026-12-08");
	expect(earliestExamDay("2026-11-23", 1, "2027-01-01")).toBe("2027-01-01");
});
