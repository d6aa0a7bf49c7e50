import { expect, test } from "vitest";
import { compareFen } from "./compare";
import { maskBuyer } from "./mask-buyer";
import { effectiveFrom, mayDecide, mayWithdraw } from "./proposal-sides";

test("a change has its sign, its fen and its rate", () => {
	expect(compareFen(150n, 100n)).toEqual({ baseFen: 100n, changeFen: 50n, bps: 5_000 });
	expect(compareFen(50n, 100n)).toEqual({ baseFen: 100n, changeFen: -50n, bps: -5_000 });
	expect(compareFen(100n, 100n).bps).toBe(0);
});

test("from nothing there is no rate, and from below zero a rise is a rise", () => {
	expect(compareFen(150n, 0n)).toEqual({ baseFen: 0n, changeFen: 150n, bps: null });
	expect(compareFen(50n, -100n).bps).toBe(15_000);
	expect(compareFen(-200n, -100n).bps).toBe(-10_000);
});

test("a buyer is told apart and not named", () => {
	expect(maskBuyer("13085")).toBe("13***85");
	expect(maskBuyer("1308")).toBe("1***");
	expect(maskBuyer("李四")).toBe("李***");
	expect(maskBuyer(null)).toBeNull();
	expect(maskBuyer("")).toBeNull();
});

test("a proposal is answered by another side and taken back by its own", () => {
	const sides = ["PARTNER", "BRAND", "PLATFORM"] as const;
	for (const side of sides) {
		expect(mayDecide(side, side)).toBe(false);
		for (const other of sides) expect(mayWithdraw(side, other)).toBe(side === other);
	}
	expect(mayDecide("PARTNER", "PLATFORM")).toBe(true);
	expect(mayDecide("PLATFORM", "PARTNER")).toBe(true);
	expect(mayDecide("BRAND", "PARTNER")).toBe(true);
});

test("a confirmed proposal never reaches back", () => {
	expect(effectiveFrom("2026-11-21", null, "2026-11-22")).toBe("2026-11-22");
	expect(effectiveFrom("2026-11-22", null, "2026-11-22")).toBe("2026-11-22");
	expect(effectiveFrom("2026-12-01", null, "2026-11-22")).toBe("2026-12-01");
	expect(effectiveFrom("2026-11-01", "2026-11-22", "2026-11-22")).toBeNull();
	expect(effectiveFrom("2026-11-01", "2026-11-23", "2026-11-22")).toBe("2026-11-22");
});
