import { expect, test } from "vitest";
import { rateOf } from "@/lib/domains/gmv/rules/buyer-figures";

test("no share of nobody, none of 29 buyers, one of 30", () => {
	expect(rateOf({ buyers: 0, repeated: 0 })).toEqual({ kind: "none" });
	expect(rateOf({ buyers: 29, repeated: 3 })).toEqual({ kind: "few", buyers: 29, repeated: 3 });
	expect(rateOf({ buyers: 30, repeated: 3 })).toMatchObject({ kind: "rate", bps: 1_000 });
});

test("the interval is Wilson's: it contains the share, stays within 0 and 1, and narrows with the sample", () => {
	// 15 of 100 and the ends, from tables of the score interval.
	expect(rateOf({ buyers: 100, repeated: 15 })).toMatchObject({ bps: 1_500, lowBps: 931, highBps: 2_328 });
	expect(rateOf({ buyers: 50, repeated: 0 })).toMatchObject({ bps: 0, lowBps: 0, highBps: 713 });
	expect(rateOf({ buyers: 50, repeated: 50 })).toMatchObject({ bps: 10_000, lowBps: 9_287, highBps: 10_000 });
	const width = (buyers: number) => {
		const rate = rateOf({ buyers, repeated: buyers / 4 });
		return rate.kind === "rate" ? rate.highBps - rate.lowBps : Number.NaN;
	};
	expect(width(400)).toBeLessThan(width(100));
	expect(width(10_000)).toBeLessThan(width(400));
});
