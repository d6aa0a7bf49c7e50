import { expect, test } from "vitest";
import { examPolicyV1 } from "@/lib/domains/certification/constants/exam-policy";
import { difficulties, questionKinds } from "@/lib/domains/certification/constants/questions";
import { checkQuestion } from "@/lib/domains/certification/rules/check-question";
import { findShortages } from "@/lib/domains/certification/rules/draw-paper";
import { readBank } from "./exams";

test("the demo's questions can be asked, and are enough for a paper of every level", () => {
	const bank = readBank();
	expect(bank.filter(({ body }) => checkQuestion(body).length > 0)).toEqual([]);
	expect(new Set(bank.map(({ body }) => body.stem)).size).toBe(bank.length);
	const drawable = bank.map(({ body, level, topic, difficulty }, at) => ({
		...{ level, topic, code: `q${at}`, versionId: `v${at}`, optionCounts: body.parts.map(() => 2) },
		difficulty: difficulties.find((one) => one === difficulty) ?? 1,
	}));
	for (const blueprint of examPolicyV1.blueprints) expect(findShortages(blueprint, drawable)).toEqual([]);
	expect(new Set(bank.map(({ body }) => body.kind))).toEqual(new Set(questionKinds));
});
