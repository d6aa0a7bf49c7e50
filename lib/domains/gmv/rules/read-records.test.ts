import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxRecordChars } from "@/lib/domains/gmv/constants";
import { RecordReader } from "@/lib/domains/gmv/rules/read-records";

type Seen = { records: [number, string[]][]; broken: [number, string, number][] };

function read(pieces: readonly string[]): Seen {
	const seen: Seen = { records: [], broken: [] };
	const reader = new RecordReader({
		onRecord: (fields, line) => seen.records.push([line, fields]),
		onBroken: (line, code, field) => seen.broken.push([line, code, field]),
	});
	for (const piece of pieces) reader.push(piece);
	reader.end();
	return seen;
}

function cut(text: string, sizes: readonly number[]): string[] {
	const pieces: string[] = [];
	let at = 0;
	for (let turn = 0; at < text.length; turn++) {
		const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
		pieces.push(text.slice(at, at + size));
		at += size;
	}
	return pieces;
}

const fields = fc.string({
	unit: fc.constantFrom("a", "中", ",", '"', "\n", "\r", " ", "1", "😀"),
	maxLength: 8,
});
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

describe("records", () => {
	test("are those of a general parser, however the text is cut", () => {
		const table = fc.array(fc.array(fields, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(
				table,
				fc.constantFrom("\n", "\r\n"),
				fc.boolean(),
				sizes,
				(rows, newline, closed, cuts) => {
					const quote = (field: string) =>
						/[",\r\n]/.test(field) || field === "" ? `"${field.replaceAll('"', '""')}"` : field;
					const text = rows.map((row) => row.map(quote).join(",")).join(newline) + (closed ? newline : "");
					const expected = parse(text, { relax_column_count: true, record_delimiter: ["\n", "\r\n"] });
					const seen = read(cut(text, cuts));
					expect(seen.broken).toEqual([]);
					expect(seen.records.map(([, record]) => record)).toEqual(expected);
				},
			),
			{ numRuns: 500 },
		);
	});

	test("carry the physical line they begin on", () => {
		const { records } = read(['a,b\n"1\n2",x\r\n\n3,4']);
		expect(records).toEqual([
			[1, ["a", "b"]],
			[2, ["1\n2", "x"]],
			[5, ["3", "4"]],
		]);
	});

	test("end with an empty field where the line ends with a comma", () => {
		expect(read(["a,", "\nb,"]).records.map(([, record]) => record)).toEqual([
			["a", ""],
			["b", ""],
		]);
	});
});

describe("damage", () => {
	test("costs the line it stands on and no other", () => {
		const seen = read(['a,b"c,d\n1,2\n"x"y,3\n4,5\n6,"open\n7,8\n']);
		expect(seen.records).toEqual([
			[2, ["1", "2"]],
			[4, ["4", "5"]],
			[6, ["7", "8"]],
		]);
		expect(seen.broken).toEqual([
			[1, "QUOTE_MISPLACED", 1],
			[3, "QUOTE_MISPLACED", 0],
			[5, "QUOTE_UNCLOSED", 1],
		]);
	});

	test("of any kind never loses a line: every physical line is in a record, broken or blank", () => {
		const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r"), maxLength: 60 });
		fc.assert(
			fc.property(text, sizes, (input, cuts) => {
				const whole = read([input]);
				expect(read(cut(input, cuts))).toEqual(whole);
				const starts = [...whole.records.map(([line]) => line), ...whole.broken.map(([line]) => line)];
				expect(new Set(starts).size).toBe(starts.length);
			}),
			{ numRuns: 500 },
		);
	});

	test("a line without an end is refused once and held in no memory", () => {
		const piece = "x".repeat(maxRecordChars / 2);
		const seen = read(["a,b\n", piece, piece, piece, piece, "\n1,2\n"]);
		expect(seen.broken).toEqual([[2, "LINE_TOO_LONG", 1]]);
		expect(seen.records.at(-1)).toEqual([3, ["1", "2"]]);
	});
});
