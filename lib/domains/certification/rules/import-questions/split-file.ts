import type {
	FileRecord,
	ImportFinding,
	QuestionFile,
} from "@/lib/domains/certification/types/question-imports";
import { detectDelimiter, findHeaderLine } from "@/lib/domains/gmv/rules/detect-delimiter";
import { RecordReader } from "@/lib/domains/gmv/rules/read-records";

/** Stands in the text of a workbook for a line break inside a cell, so that a row keeps its number. */
export const BREAK_IN_CELL = "\v";

/** Splits the text of a file as all imports do; null where it has no header, or one that is no text. */
export function splitQuestionFile(text: string): QuestionFile | null {
	const first = findHeaderLine(text, true);
	if (!first) return null;
	const headers: (readonly string[])[] = [];
	const records: FileRecord[] = [];
	const broken: ImportFinding[] = [];
	const reader = new RecordReader(
		{
			onRecord(fields, line) {
				if (headers.length === 0) headers.push(fields.map((name) => name.trim()));
				else if (fields.some((field) => field.trim() !== ""))
					records.push({ line, fields: fields.map((field) => field.replaceAll(BREAK_IN_CELL, "\n")) });
			},
			onBroken(line, code, at, value) {
				broken.push({ line, column: headers[0]?.[at] ?? "", value, code });
			},
		},
		detectDelimiter(first),
	);
	reader.push(text);
	reader.end();
	const [names] = headers;
	if (!names?.some((name) => name !== "") || names.some((name) => /[\0\uFFFD]/.test(name))) return null;
	return { header: names, records, broken };
}
