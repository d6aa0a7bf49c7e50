import { expect, test } from "vitest";
import { amountToDecimal, parseAmount } from "@/lib/domains/pools/rules/amount";

test.each([
	["12万", "FEN", 12_000_000n],
	["12万", "IMPRESSION", 120_000n],
	["1000亿", "IMPRESSION", 100_000_000_000n],
	["0.01", "FEN", 1n],
] as const)("%s as %s = %s", (text, unit, amount) => {
	expect(parseAmount(text, unit)).toEqual({ ok: true, fen: amount });
});

test("nothing smaller than the unit", () => {
	expect(parseAmount("0.5", "IMPRESSION")).toEqual({ ok: false, code: "TOO_PRECISE" });
	expect(parseAmount("0.001", "FEN")).toEqual({ ok: false, code: "TOO_PRECISE" });
});

test("written out exactly", () => {
	expect([amountToDecimal(7n, "IMPRESSION"), amountToDecimal(7n, "FEN")]).toEqual(["7", "0.07"]);
});
