import fc from "fast-check";
import { expect, test } from "vitest";
import { trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import { amountOf } from "@/lib/domains/trust/rules/amount-of";
import { freightCap } from "@/lib/domains/trust/rules/work-freight";
import type { BuyerHistory, ClaimFacts } from "@/lib/domains/trust/types/claims";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";
import { parseFen } from "@/lib/platform/money";
import { aClaim } from "@/tests/factories/trust-facts";

const fen = (text: string) => {
	const parsed = parseFen(text);
	if (!parsed.ok) throw new Error(text);
	return parsed.fen;
};
const tenfold: JudgedPolicy = {
	guarantee: "TENFOLD_COMPENSATION",
	version: 1,
	document: trustPoliciesV1.trust_tenfold,
};
const seven: JudgedPolicy = {
	guarantee: "SEVEN_DAY_RETURN",
	version: 1,
	document: trustPoliciesV1.trust_seven_day,
};
const freight: JudgedPolicy = {
	guarantee: "RETURN_FREIGHT",
	version: 1,
	document: trustPoliciesV1.trust_freight,
};
const refundOnly: JudgedPolicy = {
	guarantee: "REFUND_WITHOUT_RETURN",
	version: 1,
	document: trustPoliciesV1.trust_refund_only,
};

function work(facts: ClaimFacts, policy: JudgedPolicy) {
	const outcome = amountOf(facts, policy);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.working;
}

test.each([
	["30.00", false, "530.00", "FLOOR"],
	["55.55", false, "555.55", "FLOOR"],
	["55.56", false, "555.60", "PROMISE"],
	["100.00", false, "1000.00", "PROMISE"],
	["166.66", false, "1666.60", "PROMISE"],
	["30.00", true, "1030.00", "FLOOR"],
	["200.00", true, "2200.00", "FLOOR"],
	["100.00", true, "1100.00", "FLOOR"],
	["99.99", true, "1099.99", "FLOOR"],
])("假一赔十: %s paid, food %s: %s by the %s", (paid, isFood, total, winner) => {
	const working = work(aClaim({ reason: "COUNTERFEIT", paidFen: fen(paid), isFood }), tenfold);
	expect(working).toMatchObject({ totalFen: fen(total), winner });
});

test("the working of a counterfeit is told line by line", () => {
	const { lines } = work(aClaim({ paidFen: fen("55.56"), refundedFen: fen("5.00") }), tenfold);
	expect(lines.map(({ code, fen: amount }) => [code, amount])).toEqual([
		["PAID", 5_556n],
		["PROMISE", 55_560n],
		["FLOOR_LEAST", 55_556n],
		["PROMISE_WINS", 55_560n],
		["REFUNDED_BEFORE", -500n],
		["TOTAL", 55_060n],
	]);
	expect(lines[3]?.values).toEqual({ overFen: "4" });
});

test("the least of the floor gives way to three times the price just above 166.66", () => {
	const of = (paidFen: bigint) => work(aClaim({ paidFen }), tenfold).lines[2]?.code;
	expect([of(16_666n), of(16_667n)]).toEqual(["FLOOR_LEAST", "FLOOR_GOODS"]);
});

test("a multiple besides the refund, and of the freight too, when the policy says so", () => {
	const document = { ...trustPoliciesV1.trust_tenfold, includesRefund: false, multiplier: 9 };
	const claim = aClaim({ paidFen: 10_000n, outboundFreightFen: 1_000n });
	expect(work(claim, { ...tenfold, document }).totalFen).toBe(100_000n);
	const withFreight = { ...document, baseWithFreight: true };
	expect(work(claim, { ...tenfold, document: withFreight }).totalFen).toBe(109_000n);
});

test.each([
	["11.99", "31", "11.99", "FREIGHT_IN_FULL"],
	["12.00", "31", "12.00", "FREIGHT_IN_FULL"],
	["12.01", "31", "12.00", "FREIGHT_CAPPED"],
	["25.00", "65", "25.00", "FREIGHT_IN_FULL"],
	["25.01", "65", "25.00", "FREIGHT_CAPPED"],
])("退货补运费: %s to province %s pays %s", (actual, region, total, code) => {
	const working = work(aClaim({ freightFen: fen(actual), region }), freight);
	expect(working.totalFen).toBe(fen(total));
	expect(working.lines[2]?.code).toBe(code);
});

test("faulty goods come back at the shop's cost, above the cap too", () => {
	const of = (reason: "NO_REASON" | "QUALITY") => work(aClaim({ freightFen: 3_000n, reason }), freight);
	expect(of("NO_REASON")).toMatchObject({ totalFen: 1_200n, winner: "PROMISE" });
	expect(of("QUALITY")).toMatchObject({ totalFen: 3_000n, winner: "FLOOR" });
	expect(freightCap("31", trustPoliciesV1.trust_freight)).toBe(1_200n);
});

test("a return refunds what was actually paid and is left, and says who pays the way back", () => {
	const working = work(aClaim({ paidFen: 8_800n, refundedFen: 800n }), seven);
	expect(working.totalFen).toBe(8_000n);
	expect(working.lines.map(({ code }) => code)).toContain("FREIGHT_BY_BUYER");
	const faulty = work(aClaim({ reason: "QUALITY" }), seven);
	expect(faulty.lines.map(({ code }) => code)).toContain("FREIGHT_BY_SHOP");
});

test("a refund without return ends at the order's ceiling, and at what the buyer's leaves", () => {
	const ceilings = { orderFen: 5_000n, buyerFen: 12_000n };
	const of = (paidFen: bigint, refundOnlyFen: bigint) =>
		work(aClaim({ paidFen, ceilings, buyer: { ...aHistory, refundOnlyFen }, reason: "SPOILED" }), refundOnly)
			.totalFen;
	expect([of(5_000n, 0n), of(5_001n, 0n), of(5_000n, 7_000n), of(5_000n, 7_001n)]).toEqual([
		...[5_000n, 5_000n],
		...[5_000n, 4_999n],
	]);
	expect(of(5_000n, 13_000n)).toBe(0n);
});

test("an amount that hangs on something unknown is no amount", () => {
	const reasonOf = (facts: Partial<ClaimFacts>, policy: JudgedPolicy) => {
		const outcome = amountOf(aClaim(facts), policy);
		return outcome.ok ? null : outcome.reason;
	};
	expect(reasonOf({ refundedFen: null }, seven)).toBe("REFUND_UNKNOWN");
	expect(reasonOf({ refundedFen: null }, tenfold)).toBe("REFUND_UNKNOWN");
	expect(reasonOf({ isFood: null }, tenfold)).toBe("FOOD_UNKNOWN");
	expect(reasonOf({ freightFen: null }, freight)).toBe("FREIGHT_UNKNOWN");
	expect(reasonOf({ hasCarrierProof: false }, freight)).toBe("PROOF_MISSING");
	expect(reasonOf({ region: null }, freight)).toBe("REGION_UNKNOWN");
	expect(reasonOf({ ceilings: null }, refundOnly)).toBe("CEILING_UNKNOWN");
	expect(reasonOf({ buyer: null }, refundOnly)).toBe("HISTORY_UNKNOWN");
});

const aHistory: BuyerHistory = {
	claims: 0,
	orders: 10,
	paidFen: 100_000n,
	refundedFen: 0n,
	refundOnlyFen: 0n,
};
const amounts = fc.bigInt({ min: 1n, max: 100_000_000n });
const histories: fc.Arbitrary<BuyerHistory | null> = fc.option(
	fc.record({
		claims: fc.nat(500),
		orders: fc.nat(500),
		paidFen: amounts,
		refundedFen: amounts,
		refundOnlyFen: amounts,
	}),
);

test("whatever a policy says, what a buyer of a counterfeit has in the end is not below the law's floor", () => {
	const terms = fc.record({
		multiplier: fc.integer({ min: 1, max: 20 }),
		includesRefund: fc.boolean(),
		baseWithFreight: fc.boolean(),
		goodsFloorTimes: fc.integer({ min: 0, max: 12 }),
		goodsFloorLeastFen: fc.integer({ min: 0, max: 200_000 }),
		foodFloorTimes: fc.integer({ min: 0, max: 12 }),
		foodFloorLeastFen: fc.integer({ min: 0, max: 200_000 }),
	});
	fc.assert(
		fc.property(
			terms,
			amounts,
			fc.bigInt(0n, 100_000_000n),
			fc.boolean(),
			(some, paidFen, before, isFood) => {
				const refundedFen = before > paidFen ? paidFen : before;
				const document = { ...trustPoliciesV1.trust_tenfold, ...some };
				const { totalFen } = work(aClaim({ paidFen, refundedFen, isFood }), { ...tenfold, document });
				const byTimes = (isFood ? 10n : 3n) * paidFen;
				const least = isFood ? 100_000n : 50_000n;
				expect(totalFen + refundedFen >= paidFen + (byTimes > least ? byTimes : least)).toBe(true);
			},
		),
	);
});

test("a buyer's habits never lower what the law gives, nor the promised freight", () => {
	fc.assert(
		fc.property(histories, amounts, fc.boolean(), (buyer, paidFen, isFood) => {
			for (const policy of [tenfold, seven, freight]) {
				const facts = aClaim({ paidFen, isFood });
				expect(amountOf({ ...facts, buyer }, policy)).toEqual(amountOf({ ...facts, buyer: null }, policy));
			}
		}),
	);
});
