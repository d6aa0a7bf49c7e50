import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fenToDecimal, MAX_FEN, parseFen } from "@/lib/platform/money";
import { ratioToBps, shareOfCountDown, shareOfCountUp, shareOfFen } from "@/lib/platform/money/bps";
import { percentRankBps, rankPercentiles } from "@/lib/platform/money/percentile";
import {
	addRatio,
	ceilDiv,
	compareRatio,
	floorDiv,
	makeRatio,
	ratioFromDecimal,
	ratioToDecimal,
	roundHalfUp,
} from "@/lib/platform/money/ratio";

describe("parseFen", () => {
	test.each([
		["1,234.56", 123_456n],
		["12万", 12_000_000n],
		["1.5亿", 15_000_000_000n],
		["1.5 亿元", 15_000_000_000n],
		["１，２３４．５６", 123_456n],
		["￥３００", 30_000n],
		["¥1,000,000", 100_000_000n],
		["0.00000001亿", 100n],
		["2千万", 2_000_000_000n],
		["3百万", 300_000_000n],
		["0", 0n],
		["-0", 0n],
		["007.10", 710n],
		["1.500000", 150n],
		[" 100 \u3000", 10_000n],
		["92233720368547758.07", MAX_FEN],
	])("%s", (text, fen) => {
		expect(parseFen(text)).toEqual({ ok: true, fen });
	});

	test.each([
		["", "EMPTY"],
		["  ", "EMPTY"],
		["元", "EMPTY"],
		["12,34", "FORMAT"],
		["1,234,56", "FORMAT"],
		["1.2.3", "FORMAT"],
		["1e5", "FORMAT"],
		[".5", "FORMAT"],
		["5.", "FORMAT"],
		["万", "FORMAT"],
		["12万万", "FORMAT"],
		["+5", "FORMAT"],
		["十万", "FORMAT"],
		["-1", "NEGATIVE"],
		["-0.01", "NEGATIVE"],
		["0.001", "TOO_PRECISE"],
		["1.23456789012亿", "TOO_PRECISE"],
		["92233720368547758.08", "TOO_LARGE"],
		["9".repeat(2000), "TOO_LARGE"],
	])("%s → %s", (text, code) => {
		expect(parseFen(text)).toEqual({ ok: false, code });
	});

	test("reads back what fenToDecimal writes", () => {
		fc.assert(
			fc.property(fc.bigInt(0n, MAX_FEN), (fen) => {
				expect(parseFen(fenToDecimal(fen))).toEqual({ ok: true, fen });
			}),
		);
		expect(fenToDecimal(-5n)).toBe("-0.05");
		expect(fenToDecimal(0n)).toBe("0.00");
		expect(fenToDecimal(-123_456n)).toBe("-1234.56");
	});
});

describe("ratios", () => {
	test("are ordered exactly where floating point is not", () => {
		expect(compareRatio({ num: 2n ** 80n + 1n, den: 2n ** 80n }, { num: 1n, den: 1n })).toBe(1);
		expect(compareRatio({ num: 1n, den: 3n }, { num: 2n, den: 6n })).toBe(0);
		expect(makeRatio(1n, 0n)).toBeNull();
		expect(makeRatio(1n, -2n)).toEqual({ num: -1n, den: 2n });
		expect(addRatio({ num: 1n, den: 3n }, { num: 1n, den: 6n })).toEqual({ num: 9n, den: 18n });
	});

	test.each([
		[5n, 2n, 3n],
		[-5n, 2n, -2n],
		[4n, 3n, 1n],
		[-4n, 3n, -1n],
		[-3n, 2n, -1n],
		[0n, 7n, 0n],
	])("roundHalfUp(%s/%s) = %s", (num, den, rounded) => {
		expect(roundHalfUp(num, den)).toBe(rounded);
	});

	test("floor and ceiling hold below zero, and enclose the value", () => {
		fc.assert(
			fc.property(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 50n), (num, den) => {
				const [low, high] = [floorDiv(num, den), ceilDiv(num, den)];
				expect(low * den <= num && num < (low + 1n) * den).toBe(true);
				expect(high * den >= num && num > (high - 1n) * den).toBe(true);
			}),
		);
	});

	test("decimals", () => {
		expect(ratioToDecimal({ num: 1n, den: 3n }, 4)).toBe("0.3333");
		expect(ratioToDecimal({ num: -1n, den: 200n }, 2)).toBe("0.00");
		expect(ratioToDecimal({ num: -7n, den: 3n }, 2)).toBe("-2.33");
		expect(ratioToDecimal({ num: 5n, den: 2n }, 0)).toBe("3");
		expect(ratioFromDecimal("0.2")).toEqual({ num: 2n, den: 10n });
		expect(ratioFromDecimal("-1.5")).toEqual({ num: -15n, den: 10n });
		expect(() => ratioFromDecimal("1e3")).toThrow("BAD_DECIMAL");
	});
});

test("basis points", () => {
	expect(ratioToBps({ num: 1n, den: 20_000n })).toBe(1n);
	expect(shareOfFen(333n, 5000)).toBe(167n);
	expect([shareOfCountUp(10, 1000), shareOfCountUp(11, 1000), shareOfCountUp(0, 1000)]).toEqual([1, 2, 0]);
	expect([shareOfCountDown(19, 500), shareOfCountDown(20, 500)]).toEqual([0, 1]);
});

describe("percentiles", () => {
	const byNumber = (a: number, b: number) => a - b;
	test("ties share the lowest place, one alone counts as the whole", () => {
		expect(rankPercentiles([30, 10, 20, 20, 40], byNumber).map(percentRankBps)).toEqual([
			7500, 0, 2500, 2500, 10_000,
		]);
		expect(rankPercentiles([5, 5, 5], byNumber).map(percentRankBps)).toEqual([0, 0, 0]);
		expect(rankPercentiles([5], byNumber).map(percentRankBps)).toEqual([10_000]);
		expect(rankPercentiles([], byNumber)).toEqual([]);
	});

	test("equals counting the smaller ones", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(8), { minLength: 2, maxLength: 40 }), (values) => {
				const ranks = rankPercentiles(values, byNumber);
				for (const [i, value] of values.entries())
					expect(ranks[i]).toEqual({
						below: values.filter((v) => v < value).length,
						others: values.length - 1,
					});
			}),
		);
	});
});
