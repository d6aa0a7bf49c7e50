import type { ClaimFacts } from "@/lib/domains/trust/types/claims";

/** A claim of which everything is known and nothing is held against it, but for what a test says. */
export function aClaim(over: Partial<ClaimFacts> = {}): ClaimFacts {
	return {
		reason: "NO_REASON",
		noticeSentAt: new Date("2026-03-05T10:00:00+08:00"),
		paidFen: 10_000n,
		outboundFreightFen: 0n,
		refundedFen: 0n,
		signedOn: "2026-03-01",
		goodsClass: "ORDINARY",
		isFood: false,
		isExclusionConfirmed: false,
		wasHeld: true,
		otherClaims: 0,
		isFreightPaid: false,
		freightFen: 1_000n,
		hasCarrierProof: true,
		region: "31",
		isCounterfeitEstablished: true,
		ceilings: { orderFen: 20_000n, buyerFen: 50_000n },
		buyer: { claims: 0, orders: 10, paidFen: 100_000n, refundedFen: 0n, refundOnlyFen: 0n },
		...over,
	};
}
