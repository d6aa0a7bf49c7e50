import { type TierLevel, tierLevels } from "@/lib/domains/tiers/constants";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { PartnerFacts } from "@/lib/domains/tiers/types";

/** Whether a policy asks for facts that the receipts of runs under another policy do not hold. */
export function needsOtherFacts(was: TierPolicy, policy: TierPolicy): boolean {
	return (
		was.gmvMeasure !== policy.gmvMeasure ||
		was.gmvMonths !== policy.gmvMonths ||
		was.qualityMonths !== policy.qualityMonths ||
		was.redLines.recordMonths < policy.redLines.recordMonths
	);
}

/**
 * A partner's facts of then with what the windows govern read again: GMV, disputes, records. The force scores, the
 * certificates and the verdict before stay those of the receipt. Null for a partner that is read no more.
 */
export function takeOtherFacts(then: PartnerFacts, again: PartnerFacts | undefined): PartnerFacts | null {
	if (!again) return null;
	const { gmvFen, gmvBeforeFen, disputes, paidOrders, redLines } = again;
	return { ...then, gmvFen, gmvBeforeFen, disputes, paidOrders, redLines };
}

/** Partners per tier, T1 first. */
export function countTiers(tiers: readonly TierLevel[]): number[] {
	return tierLevels.map((level) => tiers.filter((tier) => tier === level).length);
}
