import fc from "fast-check";
import { expect, test } from "vitest";
import { isRight, markPaper, readChoice } from "@/lib/domains/certification/rules/mark-paper";
import type { PaperQuestion } from "@/lib/domains/certification/types/exams";
import type { Part } from "@/lib/domains/certification/types/questions";

const part = (kind: Part["kind"], key: number[]): Part => ({ kind, prompt: "", options: [], key });

test.each([
	["single", [2], [2], true],
	["single", [2], [1], false],
	["single", [2], null, false],
	["boolean", [1], [1], true],
	["multiple", [0, 2], [2, 0], true],
	["multiple", [0, 2], [0], false],
	["multiple", [0, 2], [0, 1, 2], false],
	["multiple", [0, 2], [0, 0], false],
	["ordering", [2, 0, 1], [2, 0, 1], true],
	["ordering", [2, 0, 1], [0, 2, 1], false],
	["ordering", [2, 0, 1], [2, 0], false],
] as const)("%s of %j, chosen %j", (kind, key, chosen, expected) => {
	expect(isRight(part(kind, [...key]), chosen)).toBe(expected);
});

test("a choice is read through the order it was shown in", () => {
	expect(readChoice([3, 1, 0, 2], [0, 3])).toEqual([3, 2]);
	expect(readChoice([1, 0], [2])).toBeNull();
	expect(readChoice([1, 0], null)).toBeNull();
});

const paper: PaperQuestion[] = ["a", "b", "c"].map((versionId) => ({
	code: versionId,
	versionId,
	orders: [[1, 0]],
}));
const parts = new Map(["a", "b", "c"].map((id) => [id, [part("single", [0])]]));

test("passed at the mark, not a point below it", () => {
	const answers = new Map([
		["a", [[1]]],
		["b", [[1]]],
	]);
	const mark = (passBps: number) => markPaper(paper, { parts, answers, passBps });
	expect(mark(6_666)).toMatchObject({ points: 2, of: 3, passed: true });
	expect(mark(6_667)).toMatchObject({ points: 2, of: 3, passed: false });
});

test("what is unanswered earns nothing, and an empty paper is never passed", () => {
	const none = markPaper(paper, { parts, answers: new Map(), passBps: 1 });
	expect(none).toMatchObject({ points: 0, passed: false });
	expect(none.questions[0]).toEqual({ versionId: "a", points: 0, of: 1, chosen: [null] });
	expect(markPaper([], { parts, answers: new Map(), passBps: 0 }).passed).toBe(false);
});

test("one more right answer never lowers the result", () => {
	const choice = fc.option(
		fc.nat(1).map((at) => [at]),
		{ nil: null },
	);
	fc.assert(
		fc.property(fc.tuple(choice, choice, choice), fc.nat(2), (chosen, at) => {
			const ids = ["a", "b", "c"];
			const score = (values: (readonly number[] | null)[]) =>
				markPaper(paper, {
					parts,
					answers: new Map(values.map((value, index) => [ids[index] ?? "", [value]])),
					passBps: 6_000,
				});
			const better = chosen.map((value, index) => (index === at ? [1] : value));
			expect(score(better).points).toBeGreaterThanOrEqual(score(chosen).points);
			expect(Number(score(better).passed)).toBeGreaterThanOrEqual(Number(score(chosen).passed));
		}),
	);
});
