import { expect, test } from "vitest";
import { eligibilityOf, isEligible } from "@/lib/domains/trust/rules/card/eligibility";
import type { ShopStanding } from "@/lib/domains/trust/types/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";

const shop = (over: Partial<ShopStanding> = {}): ShopStanding => ({
	...{ depositFen: 500_000n, queued: 0, counterfeits: 0, suspended: [] },
	...over,
});
const ok = (guarantee: Guarantee, over: Partial<ShopStanding> = {}) =>
	isEligible(eligibilityOf(guarantee, shop(over)));

test.each([
	["RETURN_FREIGHT", 50_000n],
	["TENFOLD_COMPENSATION", 500_000n],
	["REFUND_WITHOUT_RETURN", 100_000n],
] as const)("%s needs a deposit of %s fen", (guarantee, least) => {
	expect(ok(guarantee, { depositFen: least })).toBe(true);
	expect(ok(guarantee, { depositFen: least - 1n })).toBe(false);
});

test("payments that wait bar what is voluntary; a counterfeit bars tenfold alone; the law's return is open to all", () => {
	expect(ok("REFUND_WITHOUT_RETURN", { queued: 1 })).toBe(false);
	expect(ok("TENFOLD_COMPENSATION", { counterfeits: 1 })).toBe(false);
	expect(ok("RETURN_FREIGHT", { counterfeits: 1 })).toBe(true);
	expect(ok("SEVEN_DAY_RETURN", { depositFen: 0n, queued: 9, counterfeits: 9 })).toBe(true);
});

test("a suspension bars the guarantee it is of", () => {
	expect(ok("SEVEN_DAY_RETURN", { suspended: ["SEVEN_DAY_RETURN"] })).toBe(false);
	expect(ok("RETURN_FREIGHT", { suspended: ["SEVEN_DAY_RETURN"] })).toBe(true);
});
