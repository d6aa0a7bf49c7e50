import { expect, test } from "vitest";
import { reviewParts, showParts } from "@/lib/domains/certification/rules/show-question";
import type { QuestionBody } from "@/lib/domains/certification/types/questions";

const body: QuestionBody = {
	kind: "case",
	stem: "直播间掉线",
	pictureId: null,
	explanation: "因为先安抚用户",
	parts: [
		{ kind: "ordering", prompt: "先后", options: ["甲", "乙", "丙"], key: [2, 0, 1] },
		{ kind: "boolean", prompt: "对吗", options: [], key: [1] },
	],
};
const orders = [
	[1, 2, 0],
	[1, 0],
];

test("a candidate sees the options in the shown order and nothing that tells the right ones", () => {
	const shown = showParts(body, orders);
	expect(shown).toEqual([
		{ kind: "ordering", prompt: "先后", options: ["乙", "丙", "甲"] },
		{ kind: "boolean", prompt: "对吗", options: ["false", "true"] },
	]);
});

test("what was chosen is told in the question's own order afterwards", () => {
	const [ordering, truth] = reviewParts(body, orders, [[1, 2, 0], null]);
	expect(ordering).toMatchObject({ chosen: [2, 0, 1], key: [2, 0, 1] });
	expect(truth).toMatchObject({ chosen: null, options: ["true", "false"] });
});
