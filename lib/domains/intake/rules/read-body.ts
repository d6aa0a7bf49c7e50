import { BodyProblem } from "@/lib/domains/intake/rules/records-to-csv";

/**
 * The records of a body: a JSON array, one JSON object, or one object a line (NDJSON; blank lines are passed over).
 * @throws BodyProblem naming the record that cannot be read
 */
export function readBody(text: string, isLines: boolean): unknown[] {
	const records = isLines ? readLines(text) : readDocument(text);
	if (records.length === 0) throw new BodyProblem("BODY_EMPTY", 0);
	return records;
}

function readLines(text: string): unknown[] {
	return text
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line, index) => parse(line, index + 1));
}

function readDocument(text: string): unknown[] {
	if (text.trim() === "") return [];
	const value = parse(text, 0);
	return Array.isArray(value) ? value : [value];
}

function parse(text: string, record: number): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new BodyProblem("BODY_NOT_JSON", record);
	}
}
