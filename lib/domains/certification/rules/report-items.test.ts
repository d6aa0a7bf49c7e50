import { expect, test } from "vitest";
import { difficultiesOf, reportItems } from "@/lib/domains/certification/rules/report-items";
import type { MarkedResponse } from "@/lib/domains/certification/types/statistics";

const marked = (sittingId: string, versionId: string, points: number, chosen: number): MarkedResponse => ({
	...{ sittingId, versionId, questionId: versionId, code: versionId, stem: "", topic: "room", points },
	parts: [{ kind: "single", prompt: "", options: ["right", "near", "never"], key: [0] }],
	// Shown in another order: the second on the screen is the first of the question.
	orders: [[1, 0, 2]],
	answer: [[chosen]],
	...{ sittingPoints: 5 + points, sittingOf: 11 },
});

test("an answer counts by the question's own positions and without the question in the rest", () => {
	const [report] = reportItems([marked("a", "q", 1, 1), marked("b", "q", 0, 0)]);
	expect(report).toMatchObject({ sittings: 2, difficulty: 0.5, chosen: [1, 1, 0], discrimination: null });
});

test("a flagged question stands before a sound one", () => {
	const easy = Array.from({ length: 40 }, (_, at) => marked(`s${at}`, "easy", 1, 1));
	expect(reportItems([marked("x", "sound", 1, 1), ...easy]).map(({ code }) => code)).toEqual([
		"easy",
		"sound",
	]);
});

test("a paper is the difficulties of its questions", () => {
	const rows = [marked("a", "q", 1, 1), marked("b", "q", 0, 0), marked("a", "r", 1, 1)];
	expect(difficultiesOf(rows, reportItems(rows))).toEqual([
		{ sittingId: "a", difficulties: [0.5, 1] },
		{ sittingId: "b", difficulties: [0.5] },
	]);
});
