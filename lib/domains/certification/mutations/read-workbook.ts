import "server-only";
import { inflateRawSync } from "node:zlib";
import { BREAK_IN_CELL } from "@/lib/domains/certification/rules/import-questions/split-file";

/** Beyond it a workbook is no list of questions, whatever its packed size says. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_COLUMNS = 200;
const MOST_ROWS = 20_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Reads one part of a ZIP by its name; null where there is none. @throws RangeError where the archive is damaged */
function readPart(zip: Buffer, name: string): string | null {
	let end = zip.length - 22;
	while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
	if (end < 0) throw new RangeError("no directory");
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError("damaged directory");
		const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
		const from = at + 46;
		if (zip.toString("utf8", from, from + (nameLength ?? 0)) === name) {
			const local = zip.readUInt32LE(at + 42);
			const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
			const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
			if (zip.readUInt16LE(at + 10) === 0) return bytes.toString("utf8");
			return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString("utf8");
		}
		at = from + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return null;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decode(xml: string): string {
	return xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
		if (name) return entities[name] ?? whole;
		const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

/** All text of an element, runs of different looks joined; readings of characters are left out. */
function textOf(xml: string): string {
	const shown = xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "");
	return [...shown.matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => decode(text ?? "")).join("");
}

/** Up to the last end of an element: behind it none can end, and looking for it would take for ever. */
const upTo = (xml: string, end: string) => xml.slice(0, xml.lastIndexOf(end) + end.length);

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** The place of a column by its letters: A is 0. */
function columnOf(reference: string): number {
	return (
		[...reference.replace(/\d+$/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
	);
}

function firstSheet(zip: Buffer): string | null {
	const sheet = /<sheet\b[^>]*>/.exec(readPart(zip, "xl/workbook.xml") ?? "")?.[0] ?? "";
	const id = attribute(sheet, "r:id");
	const links = (readPart(zip, "xl/_rels/workbook.xml.rels") ?? "").match(/<Relationship\b[^>]*>/g) ?? [];
	const target = links.flatMap((link) =>
		attribute(link, "Id") === id ? [attribute(link, "Target")] : [],
	)[0];
	const path = target?.startsWith("/") ? target.slice(1) : `xl/${target ?? "worksheets/sheet1.xml"}`;
	return readPart(zip, path);
}

function readCell(tag: string, inner: string, shared: readonly string[]): string {
	const kind = attribute(tag, "t");
	if (kind === "inlineStr") return textOf(inner);
	const value = decode(/<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? "");
	if (kind === "s") return shared[Number(value)] ?? "";
	return kind === "b" ? (value === "1" ? "true" : "false") : value;
}

const quote = (text: string) => `"${text.replace(/\r\n?|\n/g, BREAK_IN_CELL).replaceAll('"', '""')}"`;

/**
 * The first sheet of an Excel workbook as CSV, a line for each of its rows, so that line numbers are Excel's own. Rows are as
 * wide as the first one with text, or as wide as what stands beside it. Null where it is none that can be read.
 */
export function readWorkbook(bytes: Buffer): string | null {
	try {
		const sheet = firstSheet(bytes);
		if (sheet === null) return null;
		const shared = [
			...upTo(readPart(bytes, "xl/sharedStrings.xml") ?? "", "</si>").matchAll(
				/<si\b[^>]*>([\s\S]*?)<\/si>/g,
			),
		].map(([, item]) => textOf(item ?? ""));
		const lines: string[][] = [];
		for (const [, attributes = "", inner = ""] of upTo(sheet, "</row>").matchAll(
			/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g,
		)) {
			const row = Number(attribute(attributes, "r") ?? lines.length + 1);
			if (!(row > 0 && row <= MOST_ROWS)) return null;
			const cells: string[] = [];
			for (const [, tag = "", content = ""] of upTo(inner, "</c>").matchAll(
				/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
			)) {
				const at =
					columnOf(attribute(tag, "r") ?? "") >= 0 ? columnOf(attribute(tag, "r") ?? "") : cells.length;
				if (at < MOST_COLUMNS) cells[at] = readCell(tag, content, shared);
			}
			lines[row - 1] = Array.from(cells, (cell) => cell ?? "");
		}
		return render(lines);
	} catch {
		return null;
	}
}

function render(sparse: readonly (string[] | undefined)[]): string {
	const lines = Array.from(sparse, (line) => line ?? []);
	const lengthOf = (line: readonly string[]) => line.findLastIndex((cell) => cell.trim() !== "") + 1;
	const width = lengthOf(lines.find((line) => lengthOf(line) > 0) ?? []);
	return lines
		.map((line) => {
			const length = lengthOf(line);
			if (length === 0) return "";
			return Array.from({ length: Math.max(width, length) }, (_, at) => quote(line[at] ?? "")).join(",");
		})
		.join("\n");
}
