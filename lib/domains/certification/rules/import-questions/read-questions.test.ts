import { expect, test } from "vitest";
import { examPolicyV1 } from "@/lib/domains/certification/constants/exam-policy";
import { findMissingColumns, guessMapping } from "./columns";
import { judgeQuestions } from "./judge-questions";
import { readQuestions } from "./read-questions";
import { renderQuestionTemplate } from "./render-template";
import { splitQuestionFile } from "./split-file";

const { topics } = examPolicyV1;
const header = "编号,题型,级别,主题,难度,题干,小题题型,小题题干,选项A,选项B,选项C,答案,解析";

function read(text: string) {
	const file = splitQuestionFile(text);
	if (!file) throw new Error("no file");
	const mapping = guessMapping(file.header);
	const { questions, findings } = readQuestions(file, { mapping, topics });
	return { ...judgeQuestions(questions, findings, [], "编号"), questions };
}
const readLines = (...lines: string[]) => read([header, ...lines].join("\n"));
const faultsOf = (...lines: string[]) =>
	readLines(...lines).result.findings.map(({ line, column, code }) => `${line} ${column} ${code}`);

test.each([true, false])("the template imports whole, in both languages", (isChinese) => {
	const topic = topics[0]?.name[isChinese ? "zh-CN" : "en"] ?? "";
	const { result, questions } = read(renderQuestionTemplate(topic, isChinese).slice(1));
	expect(result).toMatchObject({
		lines: 6,
		accepted: 6,
		rejected: 0,
		duplicate: 0,
		questions: 5,
		findings: [],
	});
	expect(questions.map(({ input }) => input.parts.map(({ key }) => key))).toEqual([
		[[0]],
		[[0, 2]],
		[[0]],
		[[1, 2, 0]],
		[[0], [0, 1]],
	]);
});

test("every kind of wrong line is named with its column and reason, and the right one between them is read", () => {
	const rest = "选甲,选乙,选丙";
	expect(
		faultsOf(
			`Q-1,单选,初级,直播间运营,易,题干,,,${rest},A,解析`,
			`,单选,初级,直播间运营,易,题干,,,${rest},A,解析`,
			`Q-3,填空,初级,直播间运营,易,题干,,,${rest},A,解析`,
			`Q-4,单选,特级,直播间运营,易,题干,,,${rest},A,解析`,
			`Q-5,单选,初级,天文,易,题干,,,${rest},A,解析`,
			`Q-6,单选,初级,直播间运营,,题干,,,${rest},A,解析`,
			`Q-7,单选,初级,直播间运营,易,,,,${rest},A,解析`,
			`Q-8,单选,初级,直播间运营,易,题干,,,选甲,,选丙,A,解析`,
			`Q-9,单选,初级,直播间运营,易,题干,,,${rest},甲,解析`,
			`Q-10,单选,初级,直播间运营,易,题干,,,${rest},D,解析`,
			`Q-11,单选,初级,直播间运营,易,题干,,,${rest},AB,解析`,
			`q-1,单选,初级,直播间运营,易,题干,,,${rest},A,解析`,
			`Q-13,单选,初级,直播间运营,易,题干,,,${rest},A`,
			`Q 14,单选,初级,直播间运营,易,题干,,,${rest},A,解析`,
			`Q-15,单选,初级,直播间运营,易,${"长".repeat(4_001)},,,${rest},A,解析`,
			`Q-16,单选,初级,直播间运营,易,题"干,,,${rest},A,解析`,
			`Q-17,单选,初级,直播间运营,易,题\uFFFD,,,${rest},A,解析`,
		),
	).toEqual([
		"3 编号 REQUIRED",
		"4 题型 KIND_UNKNOWN",
		"5 级别 LEVEL_UNKNOWN",
		"6 主题 TOPIC_UNKNOWN",
		"7 难度 REQUIRED",
		"8 题干 STEM_EMPTY",
		"9 选项B OPTION_EMPTY",
		"10 答案 ANSWER_UNREADABLE",
		"11 答案 KEY_OUT_OF_RANGE",
		"12 答案 KEY_COUNT",
		"13 编号 CODE_TWICE",
		"14 编号 FIELD_COUNT",
		"15 编号 CODE_INVALID",
		"16 题干 TOO_LONG",
		"17 题干 QUOTE_MISPLACED",
		"18 题干 TEXT_BROKEN",
	]);
});

const story = "C-1,案例,高级,traffic,3,材料,单选,第一问,甲,乙,,A,解析";

test("a case is refused whole with every line of it named, also where one of them cannot be read at all", () => {
	expect(readLines(story, "C-1,,,,,,判断,第二问,,,,错,").questions[0]).toMatchObject({
		lines: [2, 3],
		input: { kind: "case", parts: [{ kind: "single" }, { kind: "boolean", key: [1], options: [] }] },
	});
	expect(faultsOf(story)).toEqual(["2 编号 PART_COUNT"]);
	expect(faultsOf(story, "C-1,,,,,,案例,第二问,甲,乙,,B,", "C-1,,,,,,单选,第三问,甲,乙,,B,")).toEqual([
		"2 编号 CASE_REFUSED",
		"3 小题题型 KIND_UNKNOWN",
		"4 编号 CASE_REFUSED",
	]);
	expect(faultsOf(story, "C-1,,初级,,,,单选,第二问,甲,乙,,B,")).toEqual([
		"2 编号 CASE_REFUSED",
		"3 级别 CASE_DIFFERS",
	]);
	expect(faultsOf(story, 'C-1,,,,,,单选,第二"问,甲,乙,,B,', "C-1,,,,,,单选,第三问,甲,乙,,B,")).toEqual([
		"2 编号 CASE_REFUSED",
		"3 小题题干 QUOTE_MISPLACED",
		"4 编号 CASE_REFUSED",
	]);
});

test("what the bank has with the same content is no fault; with other content it is refused", () => {
	const line = (stem: string) => `Q-1,单选,初级,room,1,${stem},,,甲,乙,丙,A,解析`;
	const { questions } = readLines(line("题干"));
	const [question] = questions;
	if (!question) throw new Error("no question");
	const { input } = question;
	const bank = [{ ...input, body: { ...input, pictureId: "fil_1" } }];
	const judge = (stem: string) => judgeQuestions(readLines(line(stem)).questions, [], bank, "编号").result;
	expect(judge("题干")).toMatchObject({ lines: 1, accepted: 0, duplicate: 1, rejected: 0 });
	expect(judge("另一")).toMatchObject({ lines: 1, accepted: 0, duplicate: 0, rejected: 1 });
	expect(judge("另一").findings).toMatchObject([{ line: 2, code: "CODE_TAKEN", value: "Q-1" }]);
});

test("columns are found by their names, and one value can stand for every line", () => {
	const names = [
		"题目编号",
		"Question type",
		"LEVEL",
		"知识点",
		"stem",
		"A",
		"选项Ｂ",
		"正确答案",
		"答案解析",
	];
	const mapping = guessMapping(names);
	expect(findMissingColumns(mapping, names.length)).toEqual(["difficulty"]);
	const whole = { ...mapping, difficulty: { from: "value", value: "2" } as const };
	expect(findMissingColumns(whole, names.length)).toEqual([]);
	expect(findMissingColumns(whole, 3)).not.toEqual([]);
	const file = splitQuestionFile(`${names.join(";")}\nQ-1;single;senior;goods;题;甲;乙;b;因为`);
	if (!file) throw new Error("no file");
	expect(readQuestions(file, { mapping: whole, topics })).toMatchObject({
		questions: [{ input: { difficulty: 2, topic: "goods", parts: [{ options: ["甲", "乙"], key: [1] }] } }],
		findings: [],
	});
	expect(splitQuestionFile(" \n")).toBeNull();
});
