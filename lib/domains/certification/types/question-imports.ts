import type { ImportState, QuestionColumn } from "@/lib/domains/certification/constants/question-imports";
import type { QuestionFinding } from "@/lib/domains/certification/rules/check-question";
import type { CreateQuestion } from "@/lib/domains/certification/schema/bank";
import type { QuestionMapping } from "@/lib/domains/certification/schema/question-imports";

export type ImportFindingCode =
	| QuestionFinding["code"]
	| "QUOTE_UNCLOSED"
	| "QUOTE_MISPLACED"
	| "LINE_TOO_LONG"
	| "FIELD_COUNT"
	| "TEXT_BROKEN"
	| "REQUIRED"
	| "TOO_LONG"
	| "CODE_INVALID"
	| "CODE_TWICE"
	| "CODE_TAKEN"
	| "KIND_UNKNOWN"
	| "LEVEL_UNKNOWN"
	| "TOPIC_UNKNOWN"
	| "FORCE_UNKNOWN"
	| "DIFFICULTY_UNKNOWN"
	| "ANSWER_UNREADABLE"
	| "CASE_DIFFERS"
	| "CASE_REFUSED"
	| "ALREADY_THERE";

/** What is said of a line that does not become (part of) a question. `line` is physical, the header being the first. */
export type ImportFinding = {
	readonly line: number;
	/** As the file calls it; empty for the line as a whole. */
	readonly column: string;
	readonly value: string;
	readonly code: ImportFindingCode;
};

export type ImportResult = {
	/** Lines of the file below its header: accepted + rejected + duplicate. */
	readonly lines: number;
	readonly accepted: number;
	readonly rejected: number;
	/** Lines of questions that stand in the bank with the same content. */
	readonly duplicate: number;
	readonly questions: number;
	/** Every line that was not accepted, in the order of the file. */
	readonly findings: readonly ImportFinding[];
};

/** A question of a file with the lines it stands on. */
export type FileQuestion = { readonly lines: readonly number[]; readonly input: CreateQuestion };

export type FileRecord = { readonly line: number; readonly fields: readonly string[] };

/** A file split into lines; what is no record is named in `broken`. */
export type QuestionFile = {
	readonly header: readonly string[];
	readonly records: readonly FileRecord[];
	readonly broken: readonly ImportFinding[];
};

export type ImportRow = {
	readonly id: string;
	readonly fileName: string;
	readonly state: ImportState;
	readonly uploadedBy: string | null;
	readonly createdAt: Date;
	readonly lines: number | null;
	readonly accepted: number | null;
	readonly rejected: number | null;
	readonly duplicate: number | null;
};

export type QuestionImport = ImportRow & {
	readonly revision: number;
	readonly header: readonly string[];
	readonly mapping: QuestionMapping | null;
	readonly result: ImportResult | null;
	readonly uploadedById: string;
	readonly finishedAt: Date | null;
	readonly content: string;
	/** When the same bytes were imported before. */
	readonly sameAs: { readonly id: string; readonly at: Date } | null;
};

export type ColumnNames = Readonly<Partial<Record<QuestionColumn, string>>>;
