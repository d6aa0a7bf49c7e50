/** Columns of a file of questions in the order of the template; a case has one row for each of its parts. */
export const questionColumns = [
	"code",
	"kind",
	"level",
	"topic",
	"difficulty",
	"force",
	"stem",
	"part_kind",
	"prompt",
	"option_a",
	"option_b",
	"option_c",
	"option_d",
	"option_e",
	"option_f",
	"option_g",
	"option_h",
	"answer",
	"explanation",
] as const;
export type QuestionColumn = (typeof questionColumns)[number];

export const optionColumns = questionColumns.filter((column) => column.startsWith("option_"));
/** Without these there is no question. */
export const requiredColumns: readonly QuestionColumn[] = [
	...(["code", "kind", "level", "topic", "difficulty", "stem", "answer", "explanation"] as const),
];
/** May be the same for every line of a file that does not say it. */
export const constantColumns = ["kind", "level", "topic", "difficulty", "force"] as const;

export const importStates = ["OPEN", "DONE", "DISCARDED"] as const;
export type ImportState = (typeof importStates)[number];

export const maxImportBytes = 2 * 1024 * 1024;
export const maxImportLines = 2_000;
/** Lines a page shows; the error file has them all. */
export const SHOWN_FINDINGS = 50;

/** What a file may call the columns beside their own names; the first stands in the Chinese template. */
export const columnTitles: Readonly<Record<QuestionColumn, readonly [string, ...string[]]>> = {
	code: ["编号", "题号", "题目编号", "question code", "id"],
	kind: ["题型", "类型", "题目类型", "type", "question type"],
	level: ["级别", "等级", "考试级别", "exam level"],
	topic: ["主题", "知识点", "章节", "subject", "category"],
	difficulty: ["难度", "难易", "难易程度"],
	force: ["五力", "所属力", "forces"],
	stem: ["题干", "题目", "案例材料", "question", "story"],
	part_kind: ["小题题型", "小题类型", "part type"],
	prompt: ["小题题干", "小题", "part", "sub-question"],
	option_a: ["选项A", "A"],
	option_b: ["选项B", "B"],
	option_c: ["选项C", "C"],
	option_d: ["选项D", "D"],
	option_e: ["选项E", "E"],
	option_f: ["选项F", "F"],
	option_g: ["选项G", "G"],
	option_h: ["选项H", "H"],
	answer: ["答案", "正确答案", "标准答案", "key", "correct answer"],
	explanation: ["解析", "答案解析", "说明", "rationale"],
};

/** Words of a file for the choices of a question, folded to lower case and half width. */
export const choiceWords = {
	kind: {
		single: ["单选", "单选题", "single choice"],
		multiple: ["多选", "多选题", "multiple choice"],
		boolean: ["判断", "判断题", "true/false", "true-false"],
		ordering: ["排序", "排序题", "order"],
		case: ["案例", "案例题", "案例分析"],
	},
	level: {
		junior: ["初级"],
		intermediate: ["中级"],
		senior: ["高级"],
	},
	difficulty: {
		"1": ["易", "简单", "容易", "easy"],
		"2": ["中", "中等", "一般", "medium", "middling"],
		"3": ["难", "困难", "较难", "hard", "difficult"],
	},
	force: {
		traffic: ["流量营销", "流量"],
		livestream: ["直播运营", "直播"],
		incubation: ["主播孵化", "孵化"],
		fulfilment: ["服务履约", "履约", "fulfillment"],
		supply: ["供应", "供应链"],
	},
	truth: {
		true: ["对", "正确", "是", "t", "yes", "√", "✓"],
		false: ["错", "错误", "否", "f", "no", "×", "✗"],
	},
} as const satisfies Record<string, Record<string, readonly string[]>>;
