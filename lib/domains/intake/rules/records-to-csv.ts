import { maxRecordsPerRequest } from "@/lib/domains/intake/constants";
import type { ProblemCode } from "@/lib/domains/intake/types";

/** Why a body cannot be read; `record` counts from 1. */
export class BodyProblem extends Error {
	readonly code: ProblemCode;
	readonly record: number;
	readonly detail: string;

	constructor(code: ProblemCode, record: number, detail = "") {
		super(code);
		this.code = code;
		this.record = record;
		this.detail = detail;
	}
}

/**
 * Turns JSON records into the lines of the file format, so that one import checks both. Values are strings, numbers,
 * booleans or null (empty); what a field may hold is the import's to say.
 */
export class RecordWriter {
	#written = 0;
	/** Records whose text breaks lines move all later lines of the file: [first physical line after it, record]. */
	readonly #shifts: [line: number, record: number][] = [[2, 1]];
	#nextLine = 2;

	readonly columns: readonly string[];

	constructor(columns: readonly string[]) {
		this.columns = columns;
	}

	get header(): string {
		return `${this.columns.join(",")}\n`;
	}

	get written(): number {
		return this.#written;
	}

	/** @throws BodyProblem */
	write(record: unknown): string {
		const position = this.#written + 1;
		if (position > maxRecordsPerRequest) throw new BodyProblem("TOO_MANY_RECORDS", position);
		if (typeof record !== "object" || record === null || Array.isArray(record)) {
			throw new BodyProblem("RECORD_NOT_FLAT", position);
		}
		const unknown = Object.keys(record).find((name) => !this.columns.includes(name));
		if (unknown !== undefined) throw new BodyProblem("FIELD_UNKNOWN", position, unknown.slice(0, 60));
		const fields = this.columns.map((name) =>
			readValue((record as Record<string, unknown>)[name], name, position),
		);
		const line = `${fields.map(quote).join(",")}\n`;
		this.#written = position;
		this.#nextLine += line.split("\n").length - 1;
		if (this.#nextLine - (this.#shifts.at(-1)?.[0] ?? 0) !== position + 1 - (this.#shifts.at(-1)?.[1] ?? 0)) {
			this.#shifts.push([this.#nextLine, position + 1]);
		}
		return line;
	}

	/** The record a physical line of the written file belongs to. */
	recordAt(line: number): number {
		const index = this.#shifts.findLastIndex(([from]) => from <= line);
		const [from, record] = this.#shifts[index] ?? [2, 1];
		const next = this.#shifts[index + 1]?.[1] ?? Number.POSITIVE_INFINITY;
		return Math.min(record + line - from, next - 1);
	}
}

function readValue(value: unknown, name: string, record: number): string {
	if (value === undefined || value === null) return "";
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	throw new BodyProblem("RECORD_NOT_FLAT", record, name);
}

function quote(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
