import {
	foldName,
	readComplaintKind,
	readSaleChannel,
	readSaleType,
	showColumn,
} from "@/lib/domains/gmv/rules/file-names";
import { type MappingField, mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import { checkWidth, type MatchedHeader } from "@/lib/domains/gmv/rules/match-header";
import { readTime } from "@/lib/domains/gmv/rules/read-time";
import type { FieldSource, MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type {
	FactRow,
	FailureCode,
	FeedGrain,
	Layout,
	LineCheck,
	RejectionCode,
} from "@/lib/domains/gmv/types";

/** A record of the file → the text of one field in the import's own form. */
type FieldReader = (fields: readonly string[]) => string;

/** What no field of the import's own form reads as: the mapping could not read the value either. */
const UNREADABLE = "?";
const EXCEL_TEXT = /^="(.*)"$/s;
const GROUPED = /^(-?)[¥￥]?\s?(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?\s?元?$/;
const WHOLE = /^(-?\d+)\.0+$/;
const MONTH = /^(\d{4})[-/.年]?(\d{1,2})月?$/;
const FEN = /^(-?)(\d{1,15})(?:\.0*)?$/;

/** Values as office programs pad them: surrounding blanks, and the form that keeps digits from becoming a number. */
function bare(text: string): string {
	const trimmed = text.trim();
	return trimmed.startsWith("=") ? (EXCEL_TEXT.exec(trimmed)?.[1] ?? trimmed) : trimmed;
}

/** An amount of the file → CNY with a point. */
function readAmount(text: string, { unit, isGrouped }: MappingDefinition): string {
	const plain = isGrouped ? text.replace(GROUPED, ungroup) : text;
	if (unit === "yuan" || plain === "") return plain;
	const match = FEN.exec(plain);
	if (!match) return UNREADABLE;
	const digits = (match[2] ?? "").padStart(3, "0");
	return `${match[1]}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function ungroup(_: string, before: string, behind: string, whole: string, fraction = ""): string {
	return `${before || behind}${whole.replaceAll(",", "")}${fraction.length > 1 ? fraction : ""}`;
}

/** The words of a mapping before the import's own names: one of them may be read otherwise on purpose. */
function makeWordReader(words: Readonly<Record<string, string>>): (text: string) => string {
	const known = new Map(Object.entries(words).map(([word, meaning]) => [word.trim(), meaning]));
	return (text) => known.get(text) ?? text;
}

/** The same time stands on every line of an order, so the last one read is kept. */
function makeTimeReader({ time }: MappingDefinition, length: number): (text: string) => string {
	let last = "";
	let read = "";
	return (text) => {
		if (text !== last) {
			last = text;
			read = text === "" ? "" : (readTime(time, text)?.slice(0, length) ?? UNREADABLE);
		}
		return read;
	};
}

function makeValueReader({ kind }: MappingField, definition: MappingDefinition): (text: string) => string {
	switch (kind) {
		case "amount":
			return (text) => readAmount(text, definition);
		case "integer":
			return (text) => text.replace(WHOLE, "$1");
		case "count":
		case "big":
		case "revision":
			return (text) => readCount(text, definition);
		case "month":
			return makeMonthReader(definition);
		case "time":
			return makeTimeReader(definition, 19);
		case "day":
			return makeTimeReader(definition, 10);
		case "type":
			return makeWordReader(definition.types);
		case "channel":
			return makeWordReader(definition.channels);
		default:
			return (text) => text;
	}
}

/** Counts of large numbers carry the same separators as amounts do. */
function readCount(text: string, { isGrouped }: MappingDefinition): string {
	const plain = isGrouped && /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
	return plain.replace(WHOLE, "$1");
}

/** A month by itself, in whatever form, or the month of a day in the form the file's days have. */
function makeMonthReader(definition: MappingDefinition): (text: string) => string {
	const readDay = makeTimeReader(definition, 7);
	return (text) => {
		const match = MONTH.exec(text);
		return match ? `${match[1]}-${(match[2] ?? "").padStart(2, "0")}` : readDay(text);
	};
}

/** A constant is written in the import's own form, whatever the file's; a day stands for its beginning. */
export function readConstant({ kind }: MappingField, value: string): string {
	if (kind === "time") return readTime("iso", value) ?? UNREADABLE;
	if (kind === "type") return readSaleType(value) ?? value;
	if (kind === "channel") return readSaleChannel(value) ?? value;
	if (kind === "complaint") return readComplaintKind(value) ?? value;
	return value;
}

function makeReader(
	field: MappingField,
	source: FieldSource | undefined,
	position: number,
	definition: MappingDefinition,
): FieldReader {
	if (source?.from === "column") {
		const read = makeValueReader(field, definition);
		return (fields) => read(bare(fields[position] ?? ""));
	}
	const value = source ? readConstant(field, source.value) : "";
	return () => value;
}

/** Every column of the mapping by the file's own name; its exact name goes before one that differs in width or case. */
export function findColumn(header: readonly string[], column: string): number[] {
	const at = (fold: (name: string) => string) =>
		header.flatMap((name, position) => (fold(name) === fold(column) ? [position] : []));
	const exact = at((name) => name.trim());
	return exact.length > 0 ? exact : at(foldName);
}

export type HeaderMapping = {
	ok: true;
	/** The mapped record: the fields of the grain in their order, each under the name the file has for it. */
	layout: Layout;
	/** How many fields a record of the file has. */
	width: number;
	/** By field: where it stands in the file, -1 where it does not. */
	positions: readonly number[];
	readers: readonly FieldReader[];
};

/**
 * Puts a mapping on the header of a file: from then on a record of the file becomes the fields of the import's own form,
 * and the import's own check judges them. The same for preview, dry run, upload and command line.
 */
export function mapHeader(
	header: readonly string[],
	grain: FeedGrain,
	definition: MappingDefinition,
): HeaderMapping | Extract<MatchedHeader, { ok: false }> {
	if (header.some((name) => /[\0\uFFFD]/.test(name)))
		return { ok: false, code: "FILE_NOT_TEXT", columns: [] };
	const fields = mappingFields(grain);
	const sources = fields.map(({ name }) => definition.fields[name]);
	const found = sources.map((source) =>
		source?.from === "column" ? findColumn(header, source.column) : [-1],
	);
	const faultOf = (code: FailureCode, isFault: (positions: readonly number[]) => boolean) => {
		const columns = fields.flatMap(({ name }, index) => {
			const source = sources[index];
			return isFault(found[index] ?? []) && source?.from === "column"
				? [`${source.column} (${showColumn(name)})`]
				: [];
		});
		return columns.length > 0 ? ({ ok: false, code, columns } as const) : null;
	};
	const fault =
		faultOf("HEADER_COLUMN_MISSING", (positions) => positions.length === 0) ??
		faultOf("HEADER_COLUMN_TWICE", (positions) => positions.length > 1);
	if (fault) return fault;
	const positions = found.map(([position = -1]) => position);
	const columns = fields.map(({ name }) => name);
	const titles = columns.map((column, index) => header[positions[index] ?? -1]?.trim() || column);
	return {
		ok: true,
		layout: { columns, titles, positions: columns.map((_, index) => index), width: columns.length },
		width: header.length,
		positions,
		readers: fields.map((field, index) =>
			makeReader(field, sources[index], positions[index] ?? -1, definition),
		),
	};
}

/** What a mapped value that cannot be read is called: the sender's form is not the one our own files have. */
export function sharpen(code: RejectionCode, { time, unit }: MappingDefinition): RejectionCode {
	if (code === "DATE_INVALID" && time !== "iso") return "DATE_UNREADABLE";
	return code === "AMOUNT_INVALID" && unit === "fen" ? "FEN_INVALID" : code;
}

/** The check of a mapped file: the import's own, which is told the mapped fields and answers with the file's values. */
export function mapCheck<Row extends FactRow>(
	check: LineCheck<Row>,
	mapping: HeaderMapping,
	definition: MappingDefinition,
): LineCheck<Row> {
	const { readers, positions, layout, width } = mapping;
	const raw = { ...layout, width };
	return (fields) => {
		const fault = checkWidth(fields, raw);
		if (fault) return { ok: false, code: fault, column: "", value: String(fields.length) };
		const mapped = readers.map((read) => read(fields));
		const checked = check(mapped);
		if (checked.ok) return checked;
		const index = layout.columns.indexOf(checked.column);
		const position = positions[index] ?? -1;
		const isColumn = position >= 0;
		return {
			...checked,
			code: isColumn ? sharpen(checked.code, definition) : checked.code,
			value: isColumn ? (fields[position] ?? "") : checked.value,
		};
	};
}
