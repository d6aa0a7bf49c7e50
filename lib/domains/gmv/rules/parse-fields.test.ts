import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxLineFen } from "@/lib/domains/gmv/constants";
import {
	checkText,
	dayToNumber,
	numberToDay,
	parseFeedDay,
	parseFeedFen,
	parseFeedInstant,
	parseFeedInteger,
} from "@/lib/domains/gmv/rules/parse-fields";
import { fenToDecimal } from "@/lib/platform/money";
import { addDays, businessDayOf } from "@/lib/platform/time";

const latest = "2030-12-31";

describe("amounts", () => {
	test("are exact to the fen", () => {
		fc.assert(
			fc.property(fc.integer({ min: -maxLineFen, max: maxLineFen }), (fen) => {
				expect(parseFeedFen(fenToDecimal(BigInt(fen))).value).toBe(fen);
			}),
		);
	});

	test.each([
		["12", 1_200],
		["12.5", 1_250],
		["0.10", 10],
		["-0.00", 0],
		["12.5000", 1_250],
	])("%s", (text, fen) => expect(parseFeedFen(text).value).toBe(fen));

	test.each([
		["", "VALUE_MISSING"],
		["1.234", "AMOUNT_TOO_PRECISE"],
		["12,50", "AMOUNT_INVALID"],
		["1e3", "AMOUNT_INVALID"],
		[" 12", "AMOUNT_INVALID"],
		["＋12", "AMOUNT_INVALID"],
		["NaN", "AMOUNT_INVALID"],
		["9999999999999.99", null],
		["10000000000000.00", "AMOUNT_TOO_LARGE"],
		["9".repeat(400), "AMOUNT_TOO_LARGE"],
	])("%s → %s", (text, code) => expect(parseFeedFen(text).code).toBe(code));
});

test.each([
	["7", null],
	["-7", null],
	["2147483647", null],
	["2147483648", "NUMBER_TOO_LARGE"],
	["99999999999999", "NUMBER_TOO_LARGE"],
	["1.0", "NUMBER_INVALID"],
	["０", "NUMBER_INVALID"],
	["", "VALUE_MISSING"],
])("whole number %s → %s", (text, code) => expect(parseFeedInteger(text).code).toBe(code));

describe("times", () => {
	test("are Asia/Shanghai, their day is the business day", () => {
		const epoch = Date.UTC(2000, 0, 1);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 950_000_000 }), (second) => {
				const instant = new Date(epoch + second * 1000);
				const text = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
				const parsed = parseFeedInstant(text, latest);
				expect(parsed.value?.second).toBe(second);
				expect(numberToDay(parsed.value?.dayNumber ?? 0)).toBe(businessDayOf(instant));
			}),
		);
	});

	test("days are counted", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 11_000 }), (days) => {
				const day = addDays("2000-01-01", days);
				expect([dayToNumber(day), numberToDay(days)]).toEqual([days, day]);
			}),
		);
	});

	test.each([
		["2024-02-29", null],
		["2023-02-29", "DATE_INVALID"],
		["2024-04-31", "DATE_INVALID"],
		["2024-13-01", "DATE_INVALID"],
		["2024-1-1", "DATE_INVALID"],
		["1999-12-31", "DATE_OUT_OF_RANGE"],
		["2031-01-01", "DATE_OUT_OF_RANGE"],
	])("day %s → %s", (text, code) => expect(parseFeedDay(text, latest).code).toBe(code));

	test.each([
		["2024-03-01 24:00:00", "DATE_INVALID"],
		["2024-03-01 10:60:00", "DATE_INVALID"],
		["2024-03-01", "DATE_INVALID"],
		["2024-03-01 10:00", "DATE_INVALID"],
		["", "VALUE_MISSING"],
	])("time %s → %s", (text, code) => expect(parseFeedInstant(text, latest).code).toBe(code));
});

test("text is held as it came, or refused", () => {
	expect(checkText("", 5, true)).toBe("VALUE_MISSING");
	expect(checkText("", 5, false)).toBeNull();
	expect(checkText("abcdef", 5, false)).toBe("TEXT_TOO_LONG");
	expect(checkText("a\0", 5, false)).toBe("ENCODING_BROKEN");
	expect(checkText("\uFFFD", 5, false)).toBe("ENCODING_BROKEN");
	expect(checkText("中文 \t", 5, false)).toBeNull();
});
