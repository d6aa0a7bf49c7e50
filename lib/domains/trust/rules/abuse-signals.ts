import type { BuyerHistory } from "@/lib/domains/trust/types/claims";
import type { AbuseLimits } from "@/lib/domains/trust/types/policy";

export type AbuseSignal = "CLAIMS_OFTEN" | "REFUNDS_MUCH";

/**
 * What of a buyer's habits calls for a person: many claims, or a large refunded share of what was paid over enough orders.
 * A signal sends a claim to a person and does nothing else: no amount is ever computed from it.
 */
export function abuseSignals(buyer: BuyerHistory, limits: AbuseLimits): AbuseSignal[] {
	const signals: AbuseSignal[] = [];
	if (buyer.claims >= limits.signalClaims) signals.push("CLAIMS_OFTEN");
	const isMuch = buyer.refundedFen * 10_000n >= buyer.paidFen * BigInt(limits.signalRefundShareBps);
	if (buyer.orders >= limits.signalLeastOrders && buyer.paidFen > 0n && isMuch) signals.push("REFUNDS_MUCH");
	return signals;
}
