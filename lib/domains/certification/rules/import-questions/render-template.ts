import { columnTitles, questionColumns } from "@/lib/domains/certification/constants/question-imports";
import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";

type Row = Readonly<Partial<Record<(typeof questionColumns)[number], string>>>;

/** One line of each kind, and a case of two; the codes are those of nobody, so that the lines are seen for what they are. */
const samples = (topic: string, isChinese: boolean): readonly Row[] => {
	const pick = (zh: string, en: string) => (isChinese ? zh : en);
	const tags = { level: pick("初级", "junior"), topic, difficulty: pick("易", "easy") };
	const why = {
		explanation: pick("写明依据，考期结束后考生可见。", "Say why: candidates read it after the window."),
	};
	const options = Object.fromEntries(
		["a", "b", "c"].map((letter) => [
			`option_${letter}`,
			pick(`选项${letter.toUpperCase()}`, `Choice ${letter}`),
		]),
	);
	const single = pick("单选", "single");
	return [
		{
			...tags,
			...why,
			...options,
			code: "SAMPLE-1",
			kind: single,
			stem: pick("题干", "Question"),
			answer: "A",
		},
		{
			...{ ...tags, ...why, ...options, code: "SAMPLE-2", kind: pick("多选", "multiple") },
			...{ stem: pick("题干", "Question"), answer: "AC" },
		},
		{
			...{ ...tags, ...why, code: "SAMPLE-3", kind: pick("判断", "true/false") },
			...{ stem: pick("一句话", "A statement"), answer: pick("对", "true") },
		},
		{
			...{ ...tags, ...why, ...options, code: "SAMPLE-4", kind: pick("排序", "ordering") },
			...{ stem: pick("按先后排序", "Put in order"), answer: "BCA" },
		},
		{
			...{ ...tags, ...why, ...options, code: "SAMPLE-5", kind: pick("案例", "case"), answer: "A" },
			...{ stem: pick("案例材料", "The story"), part_kind: single, prompt: pick("第一问", "First part") },
		},
		{
			...{ ...options, code: "SAMPLE-5", kind: pick("案例", "case"), answer: "AB" },
			...{ part_kind: pick("多选", "multiple"), prompt: pick("第二问", "Second part") },
		},
	];
};

/** A file to fill in, with a header in the reader's language and a line of every kind. */
export function renderQuestionTemplate(topic: string, isChinese: boolean): string {
	const header = questionColumns.map((column) => (isChinese ? columnTitles[column][0] : column));
	const rows = samples(topic, isChinese).map((row) => questionColumns.map((column) => row[column] ?? ""));
	return byteOrderMark + [header, ...rows].map((cells) => `${cells.map(safeCell).join(",")}\r\n`).join("");
}
