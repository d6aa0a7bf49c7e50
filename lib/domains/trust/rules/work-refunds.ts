import { payerOfReturn } from "@/lib/domains/trust/rules/exclusions";
import type { AmountOutcome, ClaimFacts, WorkingLine } from "@/lib/domains/trust/types/claims";

const smaller = (one: bigint, other: bigint) => (one < other ? one : other);
const notNegative = (fen: bigint) => (fen > 0n ? fen : 0n);

/** What is left to refund of what was actually paid; null where the refunds cannot be told. */
export function leftToRefund({ paidFen, refundedFen }: ClaimFacts): bigint | null {
	return refundedFen === null ? null : notNegative(paidFen - refundedFen);
}

function opening({ paidFen, refundedFen }: ClaimFacts): WorkingLine[] {
	const lines: WorkingLine[] = [{ code: "PAID", fen: paidFen, values: {} }];
	if (refundedFen) lines.push({ code: "REFUNDED_BEFORE", fen: -refundedFen, values: {} });
	return lines;
}

/** The seven-day return: what was actually paid, less what was refunded before. The law asks for the same. */
export function workReturn(facts: ClaimFacts, version: number): AmountOutcome {
	const left = leftToRefund(facts);
	if (left === null) return { ok: false, reason: "REFUND_UNKNOWN" };
	const payer = payerOfReturn(facts.reason);
	const lines: WorkingLine[] = [
		...opening(facts),
		{ code: "REFUND", fen: left, values: {} },
		{ code: payer === "BUYER" ? "FREIGHT_BY_BUYER" : "FREIGHT_BY_SHOP", fen: 0n, values: {} },
		{ code: "TOTAL", fen: left, values: {} },
	];
	const amounts = { promiseFen: left, floorFen: left, totalFen: left, winner: "PROMISE" } as const;
	return {
		ok: true,
		working: { guarantee: "SEVEN_DAY_RETURN", policyVersion: version, lines, ...amounts },
	};
}

/** What a buyer may still be given in the policy's days; null where the ceiling or the history is not known. */
export function buyerCeilingLeft({ ceilings, buyer }: ClaimFacts): bigint | null {
	return ceilings && buyer ? notNegative(ceilings.buyerFen - buyer.refundOnlyFen) : null;
}

/**
 * 退款不退货: what is left to refund, up to the shop's ceiling of an order and what the buyer's ceiling leaves. A voluntary
 * promise: above it the buyer keeps every right to return the goods and be refunded in full.
 */
export function workRefundOnly(facts: ClaimFacts, version: number): AmountOutcome {
	const left = leftToRefund(facts);
	if (left === null) return { ok: false, reason: "REFUND_UNKNOWN" };
	const ofBuyer = buyerCeilingLeft(facts);
	if (!facts.ceilings) return { ok: false, reason: "CEILING_UNKNOWN" };
	if (ofBuyer === null) return { ok: false, reason: "HISTORY_UNKNOWN" };
	const ceiling = smaller(facts.ceilings.orderFen, ofBuyer);
	const total = smaller(left, ceiling);
	const lines: WorkingLine[] = [
		...opening(facts),
		{ code: "REFUND", fen: left, values: {} },
		{
			code: "CEILING_LEFT",
			fen: ceiling,
			values: { orderFen: String(facts.ceilings.orderFen), buyerFen: String(ofBuyer) },
		},
	];
	if (total < left) lines.push({ code: "CEILING_APPLIES", fen: total, values: {} });
	lines.push({ code: "TOTAL", fen: total, values: {} });
	const amounts = { promiseFen: total, floorFen: 0n, totalFen: total, winner: "PROMISE" } as const;
	return {
		ok: true,
		working: { guarantee: "REFUND_WITHOUT_RETURN", policyVersion: version, lines, ...amounts },
	};
}
