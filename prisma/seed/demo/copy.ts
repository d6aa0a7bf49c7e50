import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type CopyValue = string | number | bigint | boolean | Date | null | readonly string[] | object;

const CHUNK_CHARS = 128 * 1024;

function escapeText(text: string): string {
	return /[\\\t\n\r]/.test(text)
		? text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r")
		: text;
}

/** A value in COPY text form: arrays of strings as PostgreSQL arrays, other objects as JSON. */
function toCopyText(value: CopyValue): string {
	if (value === null) return "\\N";
	if (typeof value === "string") return escapeText(value);
	if (typeof value === "boolean") return value ? "t" : "f";
	if (value instanceof Date) return value.toISOString();
	if (Array.isArray(value))
		return escapeText(`{${value.map((item) => JSON.stringify(String(item))).join(",")}}`);
	return typeof value === "object" ? escapeText(JSON.stringify(value)) : String(value);
}

function* inChunks(lines: Iterable<string>): Generator<string> {
	let chunk = "";
	for (const line of lines) {
		chunk += line;
		if (chunk.length < CHUNK_CHARS) continue;
		yield chunk;
		chunk = "";
	}
	if (chunk) yield chunk;
}

/** Streams lines in COPY text form into a table; no more than a chunk of them is held at once. */
export async function copyLines(
	client: PoolClient,
	table: string,
	columns: readonly string[],
	lines: Iterable<string>,
): Promise<number> {
	const target = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
	await pipeline(Readable.from(inChunks(lines), { objectMode: false }), target);
	return target.rowCount ?? 0;
}

/** The same for rows given as objects; `columns` maps each column to what it holds. */
export function copyObjects<Row>(
	client: PoolClient,
	table: string,
	columns: Readonly<Record<string, (row: Row) => CopyValue>>,
	rows: Iterable<Row>,
): Promise<number> {
	const readers = Object.values(columns);
	function* lines(): Generator<string> {
		for (const row of rows) yield `${readers.map((read) => toCopyText(read(row))).join("\t")}\n`;
	}
	return copyLines(client, table, Object.keys(columns), lines());
}
