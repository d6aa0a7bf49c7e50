import { expect, test } from "vitest";
import { moveItem, toggleChoice } from "./toggle-choice";

const part = (kind: "single" | "multiple") => ({ kind, prompt: "", options: ["甲", "乙", "丙"] });
const question = { parts: [part("single"), part("multiple")] };

test("one option replaces the other where only one may be chosen", () => {
	expect(toggleChoice(question, [[0], null], { part: 0, option: 2 })).toEqual([[2], null]);
});

test("several may be chosen and taken back; none is no answer", () => {
	const one = toggleChoice(question, null, { part: 1, option: 2 });
	expect(one).toEqual([null, [2]]);
	const two = toggleChoice(question, one, { part: 1, option: 0 });
	expect(two).toEqual([null, [0, 2]]);
	expect(toggleChoice(question, [null, [2]], { part: 1, option: 2 })).toEqual([null, null]);
});

test("an item moves by one place and never over the edge", () => {
	expect(moveItem([0, 1, 2], 0, 1)).toEqual([1, 0, 2]);
	expect(moveItem([0, 1, 2], 2, -1)).toEqual([0, 2, 1]);
	expect(moveItem([0, 1, 2], 0, -1)).toEqual([0, 1, 2]);
	expect(moveItem([0, 1, 2], 2, 1)).toEqual([0, 1, 2]);
});
