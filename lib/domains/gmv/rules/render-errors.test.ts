import { expect, test } from "vitest";
import { renderErrors, safeCell } from "@/lib/domains/gmv/rules/render-errors";

test.each([
	["=1+1", "'=1+1"],
	["-96", "'-96"],
	["+1", "'+1"],
	["@sum", "'@sum"],
	["＝1", "'＝1"],
	["\tx", "'\tx"],
	["\rx", '"\'\rx"'],
	["plain", "plain"],
	['a"b,c', '"a""b,c"'],
	["=a,b", '"\'=a,b"'],
	["", ""],
])("%j becomes %j", (value, cell) => expect(safeCell(value)).toBe(cell));

test("a line of the error file", () => {
	const rejections = [
		{ line: 265, column: "quantity", value: "-96", code: "QUANTITY_NOT_POSITIVE" as const },
	];
	expect(renderErrors(rejections, () => "数量应大于零")).toBe(
		"265,quantity,'-96,QUANTITY_NOT_POSITIVE,数量应大于零\r\n",
	);
});
