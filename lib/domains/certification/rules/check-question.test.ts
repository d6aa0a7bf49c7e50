import { expect, test } from "vitest";
import { checkQuestion } from "@/lib/domains/certification/rules/check-question";
import type { Part, QuestionBody } from "@/lib/domains/certification/types/questions";

const part = (values: Partial<Part> = {}): Part => ({
	...{ kind: "single", prompt: "", options: ["甲", "乙"], key: [0] },
	...values,
});
const body = (values: Partial<QuestionBody> = {}): QuestionBody => ({
	...{ kind: "single", stem: "题", pictureId: null, parts: [part()], explanation: "因为" },
	...values,
});
const codes = (question: QuestionBody) => checkQuestion(question).map(({ code }) => code);

test("one of each kind is in order", () => {
	expect(codes(body())).toEqual([]);
	expect(codes(body({ kind: "boolean", parts: [part({ kind: "boolean", options: [], key: [1] })] }))).toEqual(
		[],
	);
	expect(codes(body({ kind: "multiple", parts: [part({ kind: "multiple", key: [0, 1] })] }))).toEqual([]);
	expect(codes(body({ kind: "ordering", parts: [part({ kind: "ordering", key: [1, 0] })] }))).toEqual([]);
	const asked = part({ prompt: "问" });
	expect(codes(body({ kind: "case", parts: [asked, asked] }))).toEqual([]);
});

test("texts are there and differ", () => {
	expect(codes(body({ stem: " ", explanation: "" }))).toEqual(["STEM_EMPTY", "EXPLANATION_EMPTY"]);
	expect(codes(body({ parts: [part({ options: ["甲", " "] })] }))).toEqual(["OPTION_EMPTY"]);
	expect(codes(body({ parts: [part({ options: ["甲", "甲 "] })] }))).toEqual(["OPTION_TWICE"]);
	expect(codes(body({ kind: "case", parts: [part(), part({ prompt: "问" })] }))).toEqual(["PROMPT_EMPTY"]);
});

test.each([
	[1, ["OPTION_COUNT"]],
	[2, []],
	[8, []],
	[9, ["OPTION_COUNT"]],
])("%i options", (count, expected) => {
	const options = Array.from({ length: count }, (_, at) => `选项${at}`);
	expect(codes(body({ parts: [part({ options })] }))).toEqual(expected);
});

test.each([
	[1, ["PART_COUNT"]],
	[2, []],
	[6, []],
	[7, ["PART_COUNT"]],
])("a case of %i parts", (count, expected) => {
	const parts = Array.from({ length: count }, () => part({ prompt: "问" }));
	expect(codes(body({ kind: "case", parts }))).toEqual(expected);
});

test("the key names options, each once, as many as its kind has", () => {
	expect(codes(body({ parts: [part({ key: [2] })] }))).toEqual(["KEY_OUT_OF_RANGE"]);
	expect(codes(body({ parts: [part({ key: [-1] })] }))).toEqual(["KEY_OUT_OF_RANGE"]);
	expect(codes(body({ parts: [part({ key: [] })] }))).toEqual(["KEY_COUNT"]);
	expect(codes(body({ parts: [part({ key: [0, 1] })] }))).toEqual(["KEY_COUNT"]);
	expect(codes(body({ kind: "multiple", parts: [part({ kind: "multiple", key: [0, 0] })] }))).toEqual([
		"KEY_TWICE",
	]);
	expect(codes(body({ kind: "ordering", parts: [part({ kind: "ordering", key: [0] })] }))).toEqual([
		"KEY_COUNT",
	]);
	expect(codes(body({ kind: "boolean", parts: [part({ kind: "boolean", options: [], key: [2] })] }))).toEqual(
		["KEY_OUT_OF_RANGE"],
	);
	expect(codes(body({ kind: "multiple" }))).toEqual(["PART_KIND"]);
});

test("a finding tells its part", () => {
	const parts = [part({ prompt: "一" }), part({ prompt: "二", key: [5] })];
	expect(checkQuestion(body({ kind: "case", parts }))).toEqual([{ code: "KEY_OUT_OF_RANGE", part: 1 }]);
});
