import { buyerCeilingLeft, leftToRefund } from "@/lib/domains/trust/rules/work-refunds";
import type { ClaimFacts, ScreenResult } from "@/lib/domains/trust/types/claims";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";

/**
 * The shop's ceilings of the refund without return. What they cover in part goes to a person; only a buyer's ceiling that is
 * used up refuses, and then only this promise: the goods may still be returned.
 */
export function screenCeilings(facts: ClaimFacts, { guarantee }: JudgedPolicy): ScreenResult[] {
	if (guarantee !== "REFUND_WITHOUT_RETURN") return [];
	const [left, ofBuyer] = [leftToRefund(facts), buyerCeilingLeft(facts)];
	return [screenOrder(facts, left), screenBuyer(facts, left, ofBuyer)];
}

function screenOrder({ ceilings }: ClaimFacts, left: bigint | null): ScreenResult {
	const inputs = { leftFen: text(left), ceilingFen: text(ceilings?.orderFen ?? null) };
	const head = { check: "WITHIN_ORDER_CEILING", clause: "TRUST_TERMS", inputs } as const;
	if (!ceilings) return { ...head, outcome: "unknown", reason: "CEILING_UNKNOWN" };
	if (left === null) return { ...head, outcome: "unknown", reason: "REFUND_UNKNOWN" };
	return left <= ceilings.orderFen
		? { ...head, outcome: "pass", reason: "UNDER_CEILING" }
		: { ...head, outcome: "review", reason: "OVER_ORDER_CEILING" };
}

function screenBuyer(facts: ClaimFacts, left: bigint | null, ofBuyer: bigint | null): ScreenResult {
	const inputs = { leftFen: text(left), ceilingFen: text(ofBuyer) };
	const head = { check: "WITHIN_BUYER_CEILING", clause: "TRUST_TERMS", inputs } as const;
	if (ofBuyer === null)
		return { ...head, outcome: "unknown", reason: facts.ceilings ? "HISTORY_UNKNOWN" : "CEILING_UNKNOWN" };
	if (ofBuyer === 0n) return { ...head, outcome: "fail", reason: "BUYER_CEILING_USED_UP" };
	if (left === null) return { ...head, outcome: "unknown", reason: "REFUND_UNKNOWN" };
	return left <= ofBuyer
		? { ...head, outcome: "pass", reason: "UNDER_CEILING" }
		: { ...head, outcome: "review", reason: "OVER_BUYER_CEILING" };
}

const text = (fen: bigint | null) => (fen === null ? null : String(fen));
