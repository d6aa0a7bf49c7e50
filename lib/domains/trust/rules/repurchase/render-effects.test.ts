import { expect, test } from "vitest";
import { renderEffects } from "@/lib/domains/trust/rules/repurchase/render-effects";
import type { WholeEffectRow } from "@/lib/domains/trust/types/repurchase";

const row: WholeEffectRow = {
	...{ shopId: 7, shopCode: "S-7", shopName: "=听风", guarantee: "TENFOLD_COMPENSATION", window: 30 },
	...{ isEnough: true, used: 120, others: 480, unmatched: 3, strata: 9, notOver: 4 },
	...{ usedShare: 0.2, othersShare: 0.15, difference: 0.05, low: -0.0125, high: 0.1125 },
};
const words = { column: (column: string) => column, guarantee: (code: string) => code, all: "全部店铺" };
const linesOf = (rows: readonly WholeEffectRow[]) => renderEffects(rows, words).split("\r\n");

test("a line has sizes, shares and the interval in per cent, and no formula", () => {
	const [header, line] = linesOf([row]);
	expect(header?.split(",").length).toBe(line?.split(",").length);
	expect(line).toBe("S-7,'=听风,TENFOLD_COMPENSATION,30,120,480,20.00,15.00,5.00,-1.25,11.25,3,4,9");
});

test("where there is not enough there are sizes and no figure, not even one that was worked out", () => {
	const [, line] = linesOf([{ ...row, shopId: 0, shopCode: null, shopName: null, isEnough: false }]);
	expect(line).toBe(",全部店铺,TENFOLD_COMPENSATION,30,120,480,,,,,,3,4,9");
});
