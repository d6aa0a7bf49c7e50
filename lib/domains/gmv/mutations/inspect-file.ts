import "server-only";
import type { Readable } from "node:stream";
import { TextReader } from "@/lib/domains/gmv/mutations/decode-text";
import { readText } from "@/lib/domains/gmv/mutations/read-text";
import { type Delimiter, detectDelimiter, findHeaderLine } from "@/lib/domains/gmv/rules/detect-delimiter";
import { RecordReader, type RecordSink } from "@/lib/domains/gmv/rules/read-records";
import type { FileOpening, OpeningRow } from "@/lib/domains/gmv/types";

const SHOWN_ROWS = 20;
const LOOKED_AT_LINES = 5_000;
const LOOKED_AT_CHARS = 2_000_000;
const MAX_COLUMNS = 200;
/** More than the longest text a fact may carry, so that a value too long still shows as such. */
const MAX_VALUE = 400;
/** What a person can choose meanings for. */
const MAX_VALUES = 40;

/** Text the database can hold, and no more of it than a preview needs. */
function keep(value: string): string {
	return value.slice(0, MAX_VALUE).replaceAll("\0", "\u2400").toWellFormed();
}

/** Keeps the first records and what the columns hold, and nothing that grows with the file. */
class OpeningSink implements RecordSink {
	header: string[] | null = null;
	isText = false;
	lines = 0;
	readonly rows: OpeningRow[] = [];
	private readonly counts: (Map<string, number> | null)[] = [];

	onRecord(record: string[], line: number): void {
		const fields = record.slice(0, MAX_COLUMNS + 1).map(keep);
		if (!this.header) {
			this.isText = !record.some((name) => /[\0\uFFFD]/.test(name));
			this.header = fields.slice(0, MAX_COLUMNS).map((name) => name.trim());
			this.counts.push(...this.header.map(() => new Map()));
			return;
		}
		if (this.lines >= LOOKED_AT_LINES) return;
		this.lines += 1;
		if (this.rows.length < SHOWN_ROWS) this.rows.push({ line, fields });
		for (let at = 0; at < this.counts.length; at++) this.count(at, fields[at]?.trim() ?? "");
	}

	/** A line that is no record says nothing of the columns; the dry run names it. */
	onBroken(): void {}

	get values(): (string[] | null)[] {
		return this.counts.map(
			(counts) => counts && [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value),
		);
	}

	private count(at: number, value: string): void {
		const counts = this.counts[at];
		if (!counts || value === "") return;
		counts.set(value, (counts.get(value) ?? 0) + 1);
		if (counts.size > MAX_VALUES) this.counts[at] = null;
	}
}

/** Keeps the text until the header's line is whole, which tells what separates the fields. */
class OpeningReader {
	readonly sink = new OpeningSink();
	delimiter: Delimiter = ",";
	private reader: RecordReader | null = null;
	private held = "";

	push(text: string, isLast = false): void {
		if (this.reader) this.reader.push(text);
		else this.open(this.held + text, isLast);
	}

	end(): void {
		if (!this.reader) this.push("", true);
		this.reader?.end();
	}

	private open(text: string, isLast: boolean): void {
		this.held = text;
		const header = findHeaderLine(text, isLast);
		if (header === null) return;
		this.delimiter = detectDelimiter(header);
		this.reader = new RecordReader(this.sink, this.delimiter);
		this.reader.push(text);
	}
}

/**
 * What the beginning of a file says of it, read as the import reads it: encoding, separator, header, first rows, and what
 * its columns hold. Null where there is no header, or none that is text. Ends the stream.
 */
export async function inspectFile(stream: Readable): Promise<FileOpening | null> {
	const text = new TextReader();
	const reader = new OpeningReader();
	let chars = 0;
	for await (const piece of readText(stream, () => undefined, text)) {
		reader.push(piece);
		chars += piece.length;
		if (reader.sink.lines >= LOOKED_AT_LINES || chars > LOOKED_AT_CHARS) break;
	}
	if (chars <= LOOKED_AT_CHARS) reader.end();
	const { header, isText, rows, values, lines } = reader.sink;
	if (!header || !isText) return null;
	return { encoding: text.encoding, delimiter: reader.delimiter, header, rows, values, lines };
}
