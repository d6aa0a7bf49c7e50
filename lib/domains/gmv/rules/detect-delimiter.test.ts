import { expect, test } from "vitest";
import { maxRecordChars } from "@/lib/domains/gmv/constants";
import { detectDelimiter, findHeaderLine } from "@/lib/domains/gmv/rules/detect-delimiter";

test.each([
	["a,b;c,d", ","],
	["a;b,c;d", ";"],
	["a\tb\tc,d", "\t"],
	['"x,y,z,w";b;c', ";"],
	['"say ""a,b,c""";d', ";"],
	["a;b,c", ","],
	["a;b\tc", "\t"],
	["alone", ","],
	["", ","],
])("%j is separated by %j", (header, delimiter) => {
	expect(detectDelimiter(header)).toBe(delimiter);
});

test("the header is the first line that is not blank, once it is whole", () => {
	expect(findHeaderLine("\r\n\na;b\r\n1;2", false)).toBe("a;b\r");
	expect(findHeaderLine("a;b", false)).toBeNull();
	expect(findHeaderLine("a;b", true)).toBe("a;b");
	expect(findHeaderLine("\n\n", false)).toBeNull();
	expect(findHeaderLine("\n\n", true)).toBe("\n\n");
});

test("a header without an end is not waited for", () => {
	expect(findHeaderLine("x".repeat(maxRecordChars), false)).toBeNull();
	expect(findHeaderLine("x".repeat(maxRecordChars + 1), false)).toHaveLength(maxRecordChars + 1);
	expect(findHeaderLine("\n".repeat(maxRecordChars + 1), false)).toHaveLength(maxRecordChars + 1);
});
