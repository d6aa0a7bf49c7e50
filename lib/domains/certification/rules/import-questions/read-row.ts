import {
	choiceWords,
	optionColumns,
	type QuestionColumn,
} from "@/lib/domains/certification/constants/question-imports";
import type { PartKind } from "@/lib/domains/certification/constants/questions";
import type { QuestionMapping } from "@/lib/domains/certification/schema/question-imports";
import type { FileRecord, ImportFindingCode } from "@/lib/domains/certification/types/question-imports";
import type { Part } from "@/lib/domains/certification/types/questions";
import { fold } from "./columns";

export type RowFault = { readonly column: QuestionColumn; readonly code: ImportFindingCode };

/** The text of a column on a line, or the same for every line. */
export function cellOf({ fields }: FileRecord, mapping: QuestionMapping, column: QuestionColumn): string {
	const source = mapping[column];
	if (!source) return "";
	return (source.from === "value" ? source.value : (fields[source.at] ?? "")).normalize("NFC").trim();
}

/** The choice a word means, by its code or a name for it; null where it means none. */
export function readChoice<Field extends keyof typeof choiceWords>(
	field: Field,
	text: string,
): keyof (typeof choiceWords)[Field] | null {
	const folded = fold(text);
	for (const [code, words] of Object.entries(choiceWords[field]) as [string, readonly string[]][])
		if ([code, ...words].some((word) => fold(word) === folded))
			return code as keyof (typeof choiceWords)[Field];
	return null;
}

/** Letters as positions: `A`, `ACD`, `a, c、d`; null where anything else stands between them. */
function readLetters(text: string): number[] | null {
	const letters = text
		.normalize("NFKC")
		.toUpperCase()
		.replace(/[\s,;、|>→-]+/g, "");
	if (!/^[A-H]+$/.test(letters)) return null;
	return [...letters].map((letter) => letter.charCodeAt(0) - 65);
}

function readKey(kind: PartKind, answer: string): number[] | null {
	if (kind !== "boolean") {
		const letters = readLetters(answer);
		return kind === "ordering" ? letters : (letters?.sort((a, b) => a - b) ?? null);
	}
	const truth = readChoice("truth", answer);
	return truth && [truth === "true" ? 0 : 1];
}

/** What one line asks. A choice left empty between two others is not closed up: an answer's letter would move. */
export function readPart(
	record: FileRecord,
	mapping: QuestionMapping,
	kind: PartKind,
): { part: Part } | { fault: RowFault } {
	const texts = optionColumns.map((column) => cellOf(record, mapping, column));
	const last = texts.findLastIndex((text) => text !== "");
	const options = texts.slice(0, last + 1);
	const gap = options.indexOf("");
	const gapColumn = optionColumns[gap];
	if (gapColumn) return { fault: { column: gapColumn, code: "OPTION_EMPTY" } };
	const [first] = optionColumns;
	if (kind === "boolean" && first && options.some((option) => readChoice("truth", option) === null))
		return { fault: { column: first, code: "OPTION_COUNT" } };
	const answer = cellOf(record, mapping, "answer");
	if (answer === "") return { fault: { column: "answer", code: "REQUIRED" } };
	const key = readKey(kind, answer);
	if (!key) return { fault: { column: "answer", code: "ANSWER_UNREADABLE" } };
	const prompt = cellOf(record, mapping, "prompt");
	return { part: { kind, prompt, options: kind === "boolean" ? [] : options, key } };
}
