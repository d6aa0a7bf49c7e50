import type { Benefit, Condition, ConditionCode, Eligibility, Holder } from "@/lib/domains/benefits/types";
import type { Day } from "@/lib/platform/time";

export type EligibilityFacts = {
	readonly holder: Holder;
	readonly today: Day;
	/** Applications of this holder in the current period that count against its limit. */
	readonly usedInPeriod: number;
};

type Asked = Pick<
	Benefit,
	| "status"
	| "delivery"
	| "terms"
	| "opensOn"
	| "closesOn"
	| "perPeriod"
	| "totalLimit"
	| "usedTotal"
	| "poolId"
	| "amount"
	| "poolAvailable"
>;

function condition(code: ConditionCode, holds: boolean, value: unknown, threshold: unknown): Condition {
	return { code, holds, value: String(value ?? ""), threshold: String(threshold ?? "") };
}

/**
 * Whether a holder may be given a benefit today (domain.md §3.6), with every condition asked, what was found and what is
 * needed: what does not hold says what would make it so. Amounts are in the pool's minor units, tracks joined by commas.
 */
export function judgeEligibility(benefit: Asked, facts: EligibilityFacts): Eligibility {
	const conditions = [
		...ofOffer(benefit, facts.today),
		...ofHolder(benefit, facts.holder),
		...ofRoom(benefit, facts),
	];
	return { eligible: conditions.every(({ holds }) => holds), conditions };
}

function ofOffer({ status, opensOn, closesOn }: Asked, today: Day): Condition[] {
	const list = [condition("OFFERED", status === "PUBLISHED", status, "PUBLISHED")];
	if (opensOn) list.push(condition("OPENED", today >= opensOn, today, opensOn));
	if (closesOn) list.push(condition("NOT_CLOSED", today <= closesOn, today, closesOn));
	return list;
}

function ofHolder({ terms, poolId, delivery }: Asked, holder: Holder): Condition[] {
	const list: Condition[] = [];
	const isPartner = holder.kind === "PARTNER";
	const isIn = holder.status !== "NONE" && holder.status !== "EXITED" && !holder.isFrozen;
	list.push(condition("ADMITTED", isIn, holder.isFrozen ? "FROZEN" : holder.status, "ACTIVE"));
	if (isPartner && terms.minTier !== null)
		list.push(condition("TIER", (holder.tier ?? 0) >= terms.minTier, holder.tier, terms.minTier));
	if (isPartner && terms.tracks.length > 0)
		list.push(
			condition(
				"TRACK",
				holder.tracks.some((track) => terms.tracks.includes(track)),
				holder.tracks.join(","),
				terms.tracks.join(","),
			),
		);
	if (!isPartner && terms.minStep !== null)
		list.push(condition("STEP", (holder.step ?? 0) >= terms.minStep, holder.step ?? 0, terms.minStep));
	if (isPartner && terms.goodStanding)
		list.push(condition("STANDING", holder.status === "ACTIVE", holder.status, "ACTIVE"));
	if (!isPartner && (poolId !== null || delivery === "GRANT"))
		list.push(condition("CARRIER", holder.partnerId !== null, holder.partnerId, ""));
	return list;
}

function ofRoom(benefit: Asked, { usedInPeriod }: EligibilityFacts): Condition[] {
	const list: Condition[] = [];
	const { perPeriod, totalLimit, usedTotal, delivery, amount, poolAvailable } = benefit;
	if (perPeriod !== null)
		list.push(condition("PERIOD_LIMIT", usedInPeriod < perPeriod, usedInPeriod, perPeriod));
	if (totalLimit !== null) list.push(condition("TOTAL_LIMIT", usedTotal < totalLimit, usedTotal, totalLimit));
	if (delivery === "GRANT")
		list.push(
			condition(
				"POOL",
				poolAvailable !== null && poolAvailable >= (amount ?? 0n),
				poolAvailable ?? 0n,
				amount,
			),
		);
	return list;
}
