import fc from "fast-check";
import { expect, test } from "vitest";
import { goodsClasses, guarantees } from "@/lib/domains/trust/constants/guarantees";
import { policyKindOf, trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import { abuseSignals } from "@/lib/domains/trust/rules/abuse-signals";
import { payerOfReturn } from "@/lib/domains/trust/rules/exclusions";
import { screenClaim, verdictOf } from "@/lib/domains/trust/rules/screen-claim";
import type { ClaimFacts, Guarantee, ScreenCheck } from "@/lib/domains/trust/types/claims";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";
import { aClaim } from "@/tests/factories/trust-facts";

const limits = trustPoliciesV1.trust_refund_only;
const policyOf = (guarantee: Guarantee) =>
	({ guarantee, version: 1, document: trustPoliciesV1[policyKindOf[guarantee]] }) as JudgedPolicy;
const reasons = { TENFOLD_COMPENSATION: "COUNTERFEIT", REFUND_WITHOUT_RETURN: "SPOILED" } as const;
const reasonOf = (guarantee: Guarantee) =>
	guarantee in reasons ? reasons[guarantee as keyof typeof reasons] : "NO_REASON";

function screen(guarantee: Guarantee, facts: Partial<ClaimFacts> = {}) {
	const claim = aClaim({ reason: reasonOf(guarantee), ...facts });
	return screenClaim(claim, policyOf(guarantee), { calendar: {}, limits });
}
const answer = (guarantee: Guarantee, check: ScreenCheck, facts: Partial<ClaimFacts>) => {
	const found = screen(guarantee, facts).find((one) => one.check === check);
	return found && `${found.outcome} ${found.reason}`;
};

test.each(guarantees)("%s: a clear claim passes every check, each with its clause", (guarantee) => {
	const results = screen(guarantee);
	expect(results.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
	expect(verdictOf(results)).toBe("PASS");
});

test("the last moment of the window and the first after it", () => {
	const at = (text: string) =>
		answer("SEVEN_DAY_RETURN", "IN_WINDOW", { noticeSentAt: new Date(`${text}+08:00`) });
	expect(at("2026-03-08T23:59:59.999")).toBe("pass IN_TIME");
	expect(at("2026-03-09T00:00:00")).toBe("fail TOO_LATE");
});

test("faulty goods past the window go to a person", () => {
	const late = { reason: "QUALITY", noticeSentAt: new Date("2026-04-01T00:00:00Z") } as const;
	expect(answer("SEVEN_DAY_RETURN", "IN_WINDOW", late)).toBe("review TOO_LATE");
	expect(verdictOf(screen("SEVEN_DAY_RETURN", late))).toBe("PERSON");
});

test("always excluded, excluded with the buyer's confirmation, and never for faulty goods", () => {
	const of = (
		goodsClass: ClaimFacts["goodsClass"],
		isExclusionConfirmed: boolean | null,
		reason?: "QUALITY",
	) =>
		answer("SEVEN_DAY_RETURN", "NOT_EXCLUDED", {
			goodsClass,
			isExclusionConfirmed,
			reason: reason ?? "NO_REASON",
		});
	for (const goodsClass of [
		"MADE_TO_ORDER",
		"FRESH_PERISHABLE",
		"OPENED_DIGITAL",
		"DELIVERED_NEWSPAPER",
	] as const)
		expect(of(goodsClass, false)).toBe("fail GOODS_ALWAYS_EXCLUDED");
	for (const goodsClass of ["OPENED_SAFETY", "ACTIVATED_VALUE_LOSS", "NEAR_EXPIRY_OR_FLAWED"] as const) {
		expect(of(goodsClass, true)).toBe("fail EXCLUSION_CONFIRMED");
		expect(of(goodsClass, false)).toBe("pass EXCLUSION_NOT_CONFIRMED");
		expect(of(goodsClass, null)).toBe("unknown CONFIRMATION_UNKNOWN");
	}
	for (const goodsClass of goodsClasses) expect(of(goodsClass, true, "QUALITY")).toMatch(/^pass/);
	expect([payerOfReturn("NO_REASON"), payerOfReturn("QUALITY")]).toEqual(["BUYER", "SHOP"]);
});

test.each<[Guarantee, ScreenCheck, Partial<ClaimFacts>]>([
	["SEVEN_DAY_RETURN", "IN_WINDOW", { signedOn: null }],
	["SEVEN_DAY_RETURN", "NOT_REFUNDED", { refundedFen: null }],
	["SEVEN_DAY_RETURN", "NOT_EXCLUDED", { goodsClass: null }],
	["SEVEN_DAY_RETURN", "COVERED", { wasHeld: null }],
	["RETURN_FREIGHT", "FREIGHT_PROVEN", { hasCarrierProof: false }],
	["RETURN_FREIGHT", "FREIGHT_PROVEN", { freightFen: null }],
	["RETURN_FREIGHT", "FREIGHT_PROVEN", { region: null }],
	["RETURN_FREIGHT", "NOT_CLAIMED", { isFreightPaid: null }],
	["TENFOLD_COMPENSATION", "COUNTERFEIT_ESTABLISHED", { isCounterfeitEstablished: null }],
	["TENFOLD_COMPENSATION", "FOOD_KNOWN", { isFood: null }],
	["TENFOLD_COMPENSATION", "NOT_REFUNDED", { refundedFen: null }],
	["REFUND_WITHOUT_RETURN", "WITHIN_ORDER_CEILING", { ceilings: null }],
	["REFUND_WITHOUT_RETURN", "WITHIN_BUYER_CEILING", { buyer: null }],
	["REFUND_WITHOUT_RETURN", "NO_ABUSE_SIGNAL", { buyer: null }],
])("%s, %s: what is not known goes to a person", (guarantee, check, facts) => {
	expect(answer(guarantee, check, facts)).toMatch(/^unknown/);
	expect(verdictOf(screen(guarantee, facts))).toBe("PERSON");
});

test.each<[Guarantee, string, Partial<ClaimFacts>]>([
	["SEVEN_DAY_RETURN", "NOT_HELD_WHEN_PAID", { wasHeld: false }],
	["SEVEN_DAY_RETURN", "REASON_OF_ANOTHER_GUARANTEE", { reason: "COUNTERFEIT" }],
	["SEVEN_DAY_RETURN", "CLAIMED_ALREADY", { otherClaims: 1 }],
	["SEVEN_DAY_RETURN", "REFUNDED_IN_FULL", { refundedFen: 10_000n }],
	["RETURN_FREIGHT", "FREIGHT_PAID_ALREADY", { isFreightPaid: true }],
	["TENFOLD_COMPENSATION", "NOT_ESTABLISHED", { isCounterfeitEstablished: false }],
])("%s is refused: %s", (guarantee, reason, facts) => {
	const results = screen(guarantee, facts);
	expect(results.find((one) => one.reason === reason)?.outcome).toBe("fail");
	expect(verdictOf(results)).toBe("FAIL");
});

test("one fen left is something left; a counterfeit refunded in full is still compensated", () => {
	expect(answer("SEVEN_DAY_RETURN", "NOT_REFUNDED", { refundedFen: 9_999n })).toMatch(/^pass/);
	expect(verdictOf(screen("TENFOLD_COMPENSATION", { refundedFen: 10_000n }))).toBe("PASS");
});

test("ceilings: to the fen within, a fen over to a person, used up refused", () => {
	const buyer = { claims: 0, orders: 10, paidFen: 100_000n, refundedFen: 0n };
	const of = (check: ScreenCheck, paidFen: bigint, refundOnlyFen: bigint) =>
		answer("REFUND_WITHOUT_RETURN", check, { paidFen, buyer: { ...buyer, refundOnlyFen } });
	expect(of("WITHIN_ORDER_CEILING", 20_000n, 0n)).toBe("pass UNDER_CEILING");
	expect(of("WITHIN_ORDER_CEILING", 20_001n, 0n)).toBe("review OVER_ORDER_CEILING");
	expect(of("WITHIN_BUYER_CEILING", 20_000n, 30_000n)).toBe("pass UNDER_CEILING");
	expect(of("WITHIN_BUYER_CEILING", 20_000n, 30_001n)).toBe("review OVER_BUYER_CEILING");
	expect(of("WITHIN_BUYER_CEILING", 20_000n, 49_999n)).toBe("review OVER_BUYER_CEILING");
	expect(of("WITHIN_BUYER_CEILING", 20_000n, 50_000n)).toBe("fail BUYER_CEILING_USED_UP");
});

test("signals begin at their bounds", () => {
	const of = (claims: number, orders: number, refundedFen: bigint) =>
		abuseSignals({ claims, orders, paidFen: 100_000n, refundedFen, refundOnlyFen: 0n }, limits);
	expect([of(4, 5, 0n), of(5, 5, 0n)]).toEqual([[], ["CLAIMS_OFTEN"]]);
	expect([of(0, 5, 29_999n), of(0, 5, 30_000n), of(0, 4, 30_000n)]).toEqual([[], ["REFUNDS_MUCH"], []]);
});

test("a buyer's habits never refuse a claim", () => {
	const counts = fc.nat(1_000);
	const fens = fc.bigInt({ min: 0n, max: 10_000_000n });
	fc.assert(
		fc.property(counts, counts, fens, fens, (claims, orders, paidFen, refundedFen) => {
			const buyer = { claims, orders, paidFen, refundedFen, refundOnlyFen: 0n };
			for (const guarantee of guarantees) expect(verdictOf(screen(guarantee, { buyer }))).not.toBe("FAIL");
		}),
	);
});
