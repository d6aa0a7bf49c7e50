import "server-only";
import type { ClaimHead } from "@/lib/domains/trust/data/claims/facts";
import type { ClaimReason, GoodsClass, KnownFacts } from "@/lib/domains/trust/types/claims";
import type { TrustClaim } from "@/lib/platform/db/generated/client";

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

export function headOf(row: TrustClaim): ClaimHead {
	const {
		id,
		guarantee,
		shopId,
		sourceId,
		eventId,
		lineNo,
		productId,
		paidAt,
		paidFen,
		buyerId,
		noticeSentAt,
	} = row;
	return {
		...{
			id,
			guarantee,
			shopId,
			sourceId,
			eventId,
			lineNo,
			productId,
			paidAt,
			paidFen,
			buyerId,
			noticeSentAt,
		},
		reason: row.reason as ClaimReason,
	};
}

export function knownFactsOf(row: TrustClaim): KnownFacts {
	const { isFood, isExclusionConfirmed, outboundFreightFen, freightFen, hasCarrierProof, region } = row;
	return {
		...{ isFood, isExclusionConfirmed, outboundFreightFen, freightFen, hasCarrierProof, region },
		signedOn: dayOf(row.signedOn),
		goodsClass: row.goodsClass as GoodsClass | null,
		isCounterfeitEstablished: row.isCounterfeitEstablished,
	};
}
