import { type Comparison, metricUnits, type TierLevel, type TierMetric } from "@/lib/domains/tiers/constants";
import type { CriterionPolicy, TierRow } from "@/lib/domains/tiers/schema";
import type { CriterionResult, PartnerFacts, TierResult } from "@/lib/domains/tiers/types";
import { ceilDiv, makeRatio, type Ratio } from "@/lib/platform/money/ratio";

const BPS = 10_000n;

/** "At or above" levels: a senior is also an intermediate and any (domain.md §3.3). */
const readers: Record<TierMetric, (facts: PartnerFacts) => Ratio | null> = {
	gmv: (facts) => whole(facts.gmvFen),
	composite: (facts) => whole(facts.compositeBps),
	force_floor: ({ forcesBps: f }) =>
		whole(Math.min(f.traffic, f.livestream, f.incubation, f.fulfilment, f.supply)),
	experts_senior: ({ experts }) => whole(experts.senior),
	experts_intermediate: ({ experts }) => whole(experts.senior + experts.intermediate),
	experts_any: ({ experts }) => whole(experts.senior + experts.intermediate + experts.junior),
	dispute_rate: (facts) => makeRatio(BigInt(facts.disputes) * BPS, BigInt(facts.paidOrders)),
};

/** A partner's value of a metric, exact, in the metric's unit; null where there is nothing to divide by. */
export function readMetric(metric: TierMetric, facts: PartnerFacts): Ratio | null {
	return readers[metric](facts);
}

export function holds(value: Ratio, comparison: Comparison, threshold: bigint): boolean {
	const line = threshold * value.den;
	if (comparison === ">=") return value.num >= line;
	return comparison === ">" ? value.num > line : value.num <= line;
}

/** Thresholds are text in the policy and read once per document, not once per partner. */
const lines = new WeakMap<CriterionPolicy, bigint>();

function lineOf(criterion: CriterionPolicy): bigint {
	const known = lines.get(criterion);
	if (known !== undefined) return known;
	const line = BigInt(criterion.threshold);
	lines.set(criterion, line);
	return line;
}

/** Whether every criterion of a tier holds. A metric without data fails: a tier above the lowest is proven, not presumed. */
export function meetsTier(tier: Pick<TierRow, "criteria">, facts: PartnerFacts): boolean {
	return tier.criteria.every((criterion) => {
		const value = readMetric(criterion.metric, facts);
		return value !== null && holds(value, criterion.comparison, lineOf(criterion));
	});
}

/** The same verdict as `meetsTier` with every value, threshold and gap. */
export function explainTier(tier: TierRow, facts: PartnerFacts): TierResult {
	const criteria = tier.criteria.map((criterion) => explainCriterion(tier.level, criterion, facts));
	return { tier: tier.level, passed: criteria.every((criterion) => criterion.passed), criteria };
}

function explainCriterion(
	level: TierLevel,
	criterion: CriterionPolicy,
	facts: PartnerFacts,
): CriterionResult {
	const { metric, comparison, threshold } = criterion;
	const line = lineOf(criterion);
	const value = readMetric(metric, facts);
	const passed = value !== null && holds(value, comparison, line);
	return {
		ruleId: `T${level}.${metric}`,
		metric,
		unit: metricUnits[metric],
		comparison,
		threshold,
		value: value && ceilDiv(value.num, value.den).toString(),
		passed,
		gap: value && (passed ? "0" : gapTo(value, comparison, line).toString()),
		reason: value ? null : "NO_DATA",
	};
}

/** Whole units to the nearest passing value: at least 1 for a value that fails. */
function gapTo(value: Ratio, comparison: Comparison, line: bigint): bigint {
	if (comparison === "<=") return ceilDiv(value.num - line * value.den, value.den);
	const missing = ceilDiv(line * value.den - value.num, value.den);
	return comparison === ">" ? missing + 1n : missing;
}

function whole(value: number | bigint): Ratio {
	return { num: BigInt(value), den: 1n };
}
