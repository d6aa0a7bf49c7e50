import { describe, expect, test } from "vitest";
import { BodyProblem, RecordWriter } from "@/lib/domains/intake/rules/records-to-csv";

describe("records become lines of the file format", () => {
	test("fields in the order of the columns, quoted where they must be, absent ones empty", () => {
		const writer = new RecordWriter(["id", "name", "amount"]);
		expect(writer.header).toBe("id,name,amount\n");
		expect(writer.write({ amount: "1.50", id: 7, name: 'a "b", c' })).toBe('7,"a ""b"", c",1.50\n');
		expect(writer.write({ id: "8", name: null })).toBe("8,,\n");
		expect(writer.written).toBe(2);
	});

	test("a physical line leads back to its record, whatever breaks the records hold", () => {
		const writer = new RecordWriter(["a"]);
		for (const a of ["1", "two\nlines", "3", "x\ny\nz", "5", "6"]) writer.write({ a });
		// header 1 · record 1: 2 · record 2: 3–4 · record 3: 5 · record 4: 6–8 · record 5: 9 · record 6: 10
		expect([2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => writer.recordAt(line))).toEqual([
			1, 2, 2, 3, 4, 4, 4, 5, 6,
		]);
	});

	test.each([
		[[1], "RECORD_NOT_FLAT", ""],
		["text", "RECORD_NOT_FLAT", ""],
		[null, "RECORD_NOT_FLAT", ""],
		[{ a: { b: 1 } }, "RECORD_NOT_FLAT", "a"],
		[{ b: 1 }, "FIELD_UNKNOWN", "b"],
	])("%j is refused with its place", (record, code, detail) => {
		const writer = new RecordWriter(["a"]);
		writer.write({ a: 1 });
		expect(() => writer.write(record)).toThrow(BodyProblem);
		expect.assertions(2);
		try {
			writer.write(record);
		} catch (error) {
			expect(error).toMatchObject({ code, record: 2, detail });
		}
	});
});
