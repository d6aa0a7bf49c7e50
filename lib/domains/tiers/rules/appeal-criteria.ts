import type { TierMetric } from "@/lib/domains/tiers/constants";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import type { AppealItem } from "@/lib/domains/tiers/types/appeals";

export type Appealable = { readonly code: string; readonly item: AppealItem };

/** Everything of a receipt that may be objected to, in the order of a run: red lines, criteria, race, movement. */
export function listAppealable(receipt: DecisionReceipt): Appealable[] {
	const { decision, race, inputs, tiers } = receipt;
	const { standing, field } = race;
	return [
		...decision.redLines.map((line) => ({
			code: `redLine.${line.id}`,
			item: { kind: "redLine", line } as const,
		})),
		...tiers.flatMap(({ tier, criteria }) =>
			criteria.map((criterion) => ({
				code: criterion.ruleId,
				item: { kind: "criterion", tier, criterion } as const,
			})),
		),
		...(standing
			? [
					{
						code: "race",
						item: {
							kind: "race",
							rank: standing.rank,
							eligible: field.eligible,
							scoreBps: standing.scoreBps,
							held: field.held,
						} as const,
					},
				]
			: []),
		{
			code: "movement",
			item: {
				kind: "movement",
				movement: decision.movement,
				previousTier: inputs.previous?.tier ?? null,
				entersProbation: decision.entersProbation,
			},
		},
	];
}

/** What a code names on a receipt; null where the receipt has no such thing. */
export function findAppealable(receipt: DecisionReceipt, code: string): AppealItem | null {
	return listAppealable(receipt).find((one) => one.code === code)?.item ?? null;
}

/** The rule under which a metric is objected to: the lowest tier that failed on it, else the highest that asks for it. */
export function ruleOfMetric(receipt: DecisionReceipt, metric: TierMetric): string | null {
	const asking = receipt.tiers
		.flatMap(({ tier, criteria }) => criteria.map((criterion) => ({ tier, criterion })))
		.filter(({ criterion }) => criterion.metric === metric)
		.sort((a, b) => a.tier - b.tier);
	const rule = asking.find(({ criterion }) => !criterion.passed) ?? asking.at(-1);
	return rule?.criterion.ruleId ?? null;
}

/** The slot of a criterion's evidence: letters, digits and hyphens. */
export function slotOfCriterion(code: string): string {
	return code.replaceAll(/[._]/g, "-");
}
