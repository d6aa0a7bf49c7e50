import {
	optionColumns,
	type QuestionColumn,
	questionColumns,
} from "@/lib/domains/certification/constants/question-imports";
import { partKinds, type QuestionKind } from "@/lib/domains/certification/constants/questions";
import { checkQuestion, type QuestionFinding } from "@/lib/domains/certification/rules/check-question";
import { createQuestionSchema } from "@/lib/domains/certification/schema/bank";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { QuestionMapping } from "@/lib/domains/certification/schema/question-imports";
import type {
	FileQuestion,
	FileRecord,
	ImportFinding,
	ImportFindingCode,
	QuestionFile,
} from "@/lib/domains/certification/types/question-imports";
import type { Part } from "@/lib/domains/certification/types/questions";
import { fold } from "./columns";
import { cellOf, type RowFault, readChoice, readPart } from "./read-row";

type Known = { readonly mapping: QuestionMapping; readonly topics: ExamPolicy["topics"] };
type Located = RowFault & { readonly row: FileRecord };
type Group = readonly [FileRecord, ...FileRecord[]];

/** Columns that say something of a case as a whole: its further lines repeat them or leave them empty. */
const ofTheWhole = ["kind", "level", "topic", "difficulty", "force", "stem", "explanation"] as const;

/**
 * The questions of a file and what is wrong with its other lines. One line is one question, but a case, whose parts stand on
 * lines of the same code one after another; a case with one wrong line is refused whole, and every line of it named.
 */
export function readQuestions(
	file: QuestionFile,
	known: Known,
): { questions: FileQuestion[]; findings: ImportFinding[] } {
	const questions: FileQuestion[] = [];
	const findings = [...file.broken];
	const titleOf = (column: QuestionColumn) => {
		const source = known.mapping[column];
		return (source?.from === "column" && file.header[source.at]) || column;
	};
	const tell = ({ row, column, code }: Located) =>
		findings.push({
			...{ line: row.line, column: titleOf(column), value: cellOf(row, known.mapping, column), code },
		});
	const codes = new Set<string>();
	const groups = groupLines(file, known);
	for (const [at, group] of groups.entries()) {
		const edges = [
			groups[at - 1]?.at(-1)?.line ?? 0,
			groups[at + 1]?.[0].line ?? Number.POSITIVE_INFINITY,
		] as const;
		const isTorn =
			isCase(group[0], known) && file.broken.some(({ line }) => line > edges[0] && line < edges[1]);
		const read = isTorn ? { faults: [] } : readGroup(group, { ...known, width: file.header.length }, codes);
		if ("input" in read) {
			codes.add(read.input.code);
			questions.push({ lines: group.map(({ line }) => line), input: read.input });
			continue;
		}
		for (const fault of read.faults) tell(fault);
		const told = new Set(read.faults.map(({ row }) => row));
		for (const row of group) if (!told.has(row)) tell({ row, column: "code", code: "CASE_REFUSED" });
	}
	return { questions, findings: findings.sort((a, b) => a.line - b.line) };
}

const codeOf = (row: FileRecord, { mapping }: Known) =>
	cellOf(row, mapping, "code").normalize("NFKC").toUpperCase();

const isCase = (row: FileRecord, { mapping }: Known) =>
	readChoice("kind", cellOf(row, mapping, "kind")) === "case";

/** Lines that belong together. */
function groupLines({ records }: QuestionFile, known: Known): Group[] {
	const groups: [FileRecord, ...FileRecord[]][] = [];
	for (const row of records) {
		const open = groups.at(-1);
		const code = codeOf(row, known);
		if (open && code !== "" && codeOf(open[0], known) === code && isCase(open[0], known)) open.push(row);
		else groups.push([row]);
	}
	return groups;
}

function readGroup(
	group: Group,
	known: Known & { readonly width: number },
	codes: ReadonlySet<string>,
): { input: FileQuestion["input"] } | { faults: readonly Located[] } {
	const [row] = group;
	const uneven = group.filter(({ fields }) => fields.length !== known.width);
	if (uneven.length > 0)
		return {
			faults: uneven.map((one) => ({ row: one, column: "code" as const, code: "FIELD_COUNT" as const })),
		};
	const garbled = group.flatMap((one) => findGarbled(one, known.mapping));
	if (garbled.length > 0) return { faults: garbled };
	const tags = readTags(row, known);
	if ("fault" in tags) return { faults: [{ row, ...tags.fault }] };
	const code = codeOf(row, known);
	if (codes.has(code)) return { faults: [{ row, column: "code", code: "CODE_TWICE" }] };
	const { mapping } = known;
	const parts: Part[] = [];
	for (const [at, one] of group.entries()) {
		const differs = at > 0 && ofTheWhole.find((column) => isOther(one, row, mapping, column));
		if (differs) return { faults: [{ row: one, column: differs, code: "CASE_DIFFERS" }] };
		const kind = tags.kind === "case" ? readPartKind(one, mapping) : tags.kind;
		if (!kind) return { faults: [{ row: one, column: "part_kind", code: "KIND_UNKNOWN" }] };
		const read = readPart(one, mapping, kind);
		if ("fault" in read) return { faults: [{ row: one, ...read.fault }] };
		parts.push(tags.kind === "case" ? read.part : { ...read.part, prompt: "" });
	}
	const texts = { stem: cellOf(row, mapping, "stem"), explanation: cellOf(row, mapping, "explanation") };
	const parsed = createQuestionSchema.safeParse({ code, ...tags, ...texts, parts });
	if (!parsed.success)
		return { faults: parsed.error.issues.slice(0, 1).map((issue) => locateIssue(issue, group)) };
	const found = checkQuestion({ ...parsed.data, pictureId: null });
	return found.length > 0
		? { faults: firstOfEachRow(found.map((finding) => locateFinding(finding, group))) }
		: { input: parsed.data };
}

/** Bytes that could not be read stand as U+FFFD: no such text goes into a question. */
function findGarbled(row: FileRecord, mapping: QuestionMapping): Located[] {
	const column = questionColumns.find((one) => cellOf(row, mapping, one).includes("\uFFFD"));
	return column ? [{ row, column, code: "TEXT_BROKEN" }] : [];
}

const isOther = (one: FileRecord, first: FileRecord, mapping: QuestionMapping, column: QuestionColumn) => {
	const text = cellOf(one, mapping, column);
	return text !== "" && text !== cellOf(first, mapping, column);
};

const readPartKind = (row: FileRecord, mapping: QuestionMapping) =>
	partKinds.find((kind) => kind === readChoice("kind", cellOf(row, mapping, "part_kind")));

type Tags = {
	kind: QuestionKind;
	level: "junior" | "intermediate" | "senior";
	topic: string;
	difficulty: number;
	force: string | null;
};

function readTags(row: FileRecord, { mapping, topics }: Known): Tags | { fault: RowFault } {
	const at = (column: QuestionColumn) => cellOf(row, mapping, column);
	const fault = (column: QuestionColumn, code: ImportFindingCode) => ({
		fault: { column, code: at(column) === "" ? ("REQUIRED" as const) : code },
	});
	if (at("code") === "") return fault("code", "REQUIRED");
	const kind = readChoice("kind", at("kind"));
	if (!kind) return fault("kind", "KIND_UNKNOWN");
	const level = readChoice("level", at("level"));
	if (!level) return fault("level", "LEVEL_UNKNOWN");
	const word = fold(at("topic"));
	const topic = topics.find(({ code, name }) =>
		[code, name["zh-CN"], name.en].some((one) => fold(one) === word),
	);
	if (!topic) return fault("topic", "TOPIC_UNKNOWN");
	const difficulty = readChoice("difficulty", at("difficulty"));
	if (!difficulty) return fault("difficulty", "DIFFICULTY_UNKNOWN");
	const force = at("force") === "" ? null : readChoice("force", at("force"));
	if (at("force") !== "" && !force) return fault("force", "FORCE_UNKNOWN");
	return { kind, level, topic: topic.code, difficulty: Number(difficulty), force };
}

/** Where the schema of the form finds a fault, in the file's terms. */
function locateIssue(
	{ path, message }: { path: readonly PropertyKey[]; message: string },
	group: Group,
): Located {
	const [field, part, inPart, option] = path;
	const row = group[typeof part === "number" ? part : 0] ?? group[0];
	if (field === "code") return { row, column: "code", code: "CODE_INVALID" };
	if (field === "parts" && typeof part !== "number") return { row, column: "code", code: "PART_COUNT" };
	const column =
		inPart === "options"
			? (optionColumns[Number(option)] ?? "option_a")
			: inPart === "prompt"
				? "prompt"
				: field === "explanation"
					? "explanation"
					: "stem";
	return { row, column, code: message === "TOO_LONG" ? "TOO_LONG" : "REQUIRED" };
}

const columnOfFinding: Readonly<Record<QuestionFinding["code"], QuestionColumn>> = {
	STEM_EMPTY: "stem",
	PICTURE_ALT_EMPTY: "stem",
	PART_COUNT: "code",
	PART_KIND: "kind",
	PROMPT_EMPTY: "prompt",
	OPTION_COUNT: "option_a",
	OPTION_EMPTY: "option_a",
	OPTION_TWICE: "option_a",
	KEY_OUT_OF_RANGE: "answer",
	KEY_TWICE: "answer",
	KEY_COUNT: "answer",
	EXPLANATION_EMPTY: "explanation",
};

const locateFinding = ({ code, part }: QuestionFinding, group: Group): Located => ({
	...{ row: group[part ?? 0] ?? group[0], column: columnOfFinding[code], code },
});

/** One reason to a line, the first found: the file is mended and comes again. */
function firstOfEachRow(faults: readonly Located[]): Located[] {
	return faults.filter((fault, at) => faults.findIndex(({ row }) => row === fault.row) === at);
}
