import { type MetricUnit, type TierLevel, type TierMetric, tierMetrics } from "@/lib/domains/tiers/constants";
import type { CriterionResult, DecisionReceipt } from "@/lib/domains/tiers/types";

export type CriteriaRow = {
	metric: TierMetric;
	unit: MetricUnit;
	/** The partner's value; null without data. */
	value: string | null;
	/** One cell per tier of `criteriaTiers`, null where the tier does not ask for the metric. */
	cells: (CriterionResult | null)[];
};

/** The tiers that ask for anything, from the lowest up. */
export function criteriaTiers(receipt: DecisionReceipt): TierLevel[] {
	return receipt.tiers
		.filter((tier) => tier.criteria.length > 0)
		.map((tier) => tier.tier)
		.sort((a, b) => a - b);
}

/** Every metric any tier asks for, against every tier: the receipt's criteria as one table. */
export function criteriaRows(receipt: DecisionReceipt): CriteriaRow[] {
	const levels = criteriaTiers(receipt);
	return tierMetrics.flatMap((metric) => {
		const cells = levels.map(
			(level) =>
				receipt.tiers
					.find((tier) => tier.tier === level)
					?.criteria.find((criterion) => criterion.metric === metric) ?? null,
		);
		const first = cells.find((cell) => cell !== null);
		return first ? [{ metric, unit: first.unit, value: first.value, cells }] : [];
	});
}

/** How far a passing value lies beyond its line, in the metric's unit; null where it fails or has no value. */
export function marginOf(criterion: CriterionResult): string | null {
	if (!criterion.passed || criterion.value === null) return null;
	const [value, line] = [BigInt(criterion.value), BigInt(criterion.threshold)];
	return (criterion.comparison === "<=" ? line - value : value - line).toString();
}
