import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { CriterionResult, DecisionReceipt } from "@/lib/domains/tiers/types";
import { floorDiv } from "@/lib/platform/money/ratio";
import { addDays, type Day } from "@/lib/platform/time";

/** `margin` is signed and in the metric's unit: positive on the safe side of the line; null without data. */
export type CriterionMargin = CriterionResult & {
	readonly margin: string | null;
	/** Margin ÷ threshold in basis points, rounded down; null without data or with a threshold of 0. */
	readonly marginBps: number | null;
};

export type RaceMargin =
	/** No race, or a tier that takes everybody who qualifies. */
	| { readonly kind: "UNLIMITED" }
	/** Nobody was left out. */
	| { readonly kind: "OPEN"; readonly freePlaces: number }
	/** Ranks and score points ahead of the cut-off; 0 ranks: the last one taken. Negative: behind it. */
	| { readonly kind: "LINE"; readonly ranks: number; readonly scoreBps: number };

export type Margins = {
	readonly tier: TierLevel;
	/** The held tier's criteria, the narrowest first; those without a value in front. */
	readonly criteria: readonly CriterionMargin[];
	/** Null: over a red line, no race. */
	readonly race: RaceMargin | null;
	readonly protection: { readonly isProtected: boolean; readonly lastDay: Day };
	readonly bottom: {
		readonly isIn: boolean;
		readonly runs: number;
		readonly limit: number;
		/** Ranks that may be lost before the bottom begins; null where the track has none or the partner does not race. */
		readonly ranksAbove: number | null;
	};
};

/** How much room the held tier leaves on every side, from the receipt alone. */
export function findMargins(receipt: DecisionReceipt): Margins {
	const { decision, rules, inputs, race, tiers } = receipt;
	const held = tiers.find((tier) => tier.tier === decision.tier);
	const { eligible, bottomAfterRank } = race.field;
	return {
		tier: decision.tier,
		criteria: (held?.criteria ?? []).map(measure).sort(byRoom),
		race: measureRace(receipt),
		protection: {
			isProtected: decision.isProtected,
			lastDay: addDays(inputs.admittedOn, rules.movement.protectionDays - 1),
		},
		bottom: {
			isIn: decision.inBottom,
			runs: decision.bottomRuns,
			limit: rules.movement.bottomRunsToProbation,
			ranksAbove: race.standing && bottomAfterRank < eligible ? bottomAfterRank - race.standing.rank : null,
		},
	};
}

function measure(criterion: CriterionResult): CriterionMargin {
	if (criterion.value === null) return { ...criterion, margin: null, marginBps: null };
	const [value, line] = [BigInt(criterion.value), BigInt(criterion.threshold)];
	const margin = criterion.comparison === "<=" ? line - value : value - line;
	const marginBps = line > 0n ? Number(floorDiv(margin * 10_000n, line)) : null;
	return { ...criterion, margin: `${margin}`, marginBps };
}

function byRoom(a: CriterionMargin, b: CriterionMargin): number {
	const room = ({ margin, marginBps }: CriterionMargin) => {
		if (margin === null) return Number.NEGATIVE_INFINITY;
		return marginBps ?? Number.MAX_SAFE_INTEGER;
	};
	return room(a) - room(b) || (a.ruleId < b.ruleId ? -1 : 1);
}

function measureRace({ race: { field, standing }, decision }: DecisionReceipt): RaceMargin | null {
	if (!standing) return null;
	const line = field.tiers.find((one) => one.tier === decision.tier);
	if (!line || line.places === null) return { kind: "UNLIMITED" };
	if (line.cutOffRank === null || line.cutOffScoreBps === null)
		return { kind: "OPEN", freePlaces: line.places - line.taken };
	return {
		kind: "LINE",
		ranks: line.cutOffRank - standing.rank,
		scoreBps: standing.scoreBps - line.cutOffScoreBps,
	};
}
