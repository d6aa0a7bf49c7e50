import { HIGHEST_TIER, LOWEST_TIER, type TierLevel } from "@/lib/domains/tiers/constants";
import { meetsTier } from "@/lib/domains/tiers/rules/check-criteria";
import { findRedLines } from "@/lib/domains/tiers/rules/check-red-lines";
import type { TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type {
	CrossedRedLine,
	Decision,
	MovementReason,
	PartnerFacts,
	RaceField,
	RaceStanding,
	TierPlaces,
} from "@/lib/domains/tiers/types";
import { addDays, type Day } from "@/lib/platform/time";

/** A partner as far as its own facts decide: the red lines it is over and the tiers it meets, highest first. */
export type Contender = {
	readonly facts: PartnerFacts;
	readonly redLines: readonly CrossedRedLine[];
	readonly met: readonly TierLevel[];
};

/** Steps 1 and 2 of domain.md §3.3. */
export function assess(policy: TrackTierPolicy, facts: PartnerFacts, asOf: Day): Contender {
	const met = policy.tiers.filter((tier) => meetsTier(tier, facts)).map((tier) => tier.level);
	return { facts, redLines: findRedLines(policy.redLines, facts, asOf), met };
}

/**
 * The five steps of domain.md §3.3 for one partner, given its standing and the field of its track. Both a run and
 * `recomputeFromReceipt` decide through this function, so a receipt cannot say anything a run would not.
 *
 * A red line comes first and is a ceiling, not a movement: it puts the partner at the lowest tier at once, past both
 * the limit of one tier down and a newcomer's protection, and takes it out of the race.
 */
export function decide(
	policy: TrackTierPolicy,
	contender: Contender,
	standing: RaceStanding | null,
	field: RaceField,
	asOf: Day,
): Decision {
	const { facts, redLines, met } = contender;
	const raceTier = standing === null ? LOWEST_TIER : findRaceTier(met, standing.rank, field);
	const isProtected = isNewcomer(policy, facts, asOf);
	const moved =
		redLines.length > 0
			? { tier: LOWEST_TIER, movement: "RED_LINE" as const }
			: move(policy, raceTier, facts.previous?.tier ?? null, isProtected);
	const inBottom = standing !== null && standing.rank > field.bottomAfterRank && !isProtected;
	const bottomRuns = inBottom ? (facts.previous?.bottomRuns ?? 0) + 1 : 0;
	return {
		redLines,
		opensExitReview: redLines.length > 0,
		absoluteTier: met[0] ?? LOWEST_TIER,
		raceTier,
		tier: moved.tier,
		movement: moved.movement,
		isProtected,
		inBottom,
		bottomRuns,
		entersProbation: bottomRuns >= policy.movement.bottomRunsToProbation,
	};
}

/** The highest tier a partner meets and, where it was full, ranks inside the cut-off of. */
function findRaceTier(met: readonly TierLevel[], rank: number, field: RaceField): TierLevel {
	const line = field.tiers.find((places) => met.includes(places.tier) && isInside(places, rank));
	return line?.tier ?? LOWEST_TIER;
}

/** A tier that left nobody out takes every candidate; one without a single place takes none. */
export function isInside(line: TierPlaces, rank: number): boolean {
	if (line.taken === line.candidates) return true;
	return line.cutOffRank !== null && rank <= line.cutOffRank;
}

/** Day 0 is the day of admission: with 90 days, day 89 is protected and day 90 is not. */
function isNewcomer(policy: TrackTierPolicy, facts: PartnerFacts, asOf: Day): boolean {
	return facts.admittedOn > addDays(asOf, -policy.movement.protectionDays);
}

/** Step 4: any number of tiers up, a limited number down, none for a newcomer. */
function move(
	policy: TrackTierPolicy,
	reached: TierLevel,
	previous: TierLevel | null,
	isProtected: boolean,
): { tier: TierLevel; movement: MovementReason } {
	if (previous === null) return { tier: reached, movement: "FIRST" };
	if (reached === previous) return { tier: reached, movement: "SAME" };
	if (reached > previous) return { tier: reached, movement: "UP" };
	if (isProtected) return { tier: previous, movement: "PROTECTED" };
	const lowest = previous - policy.movement.maxTiersDown;
	if (reached >= lowest) return { tier: reached, movement: "DOWN" };
	return { tier: clampTier(lowest), movement: "DOWN_LIMITED" };
}

function clampTier(level: number): TierLevel {
	return Math.min(HIGHEST_TIER, Math.max(LOWEST_TIER, level)) as TierLevel;
}
