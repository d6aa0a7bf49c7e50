import type { TierLevel } from "@/lib/domains/tiers/constants";
import { assess, type Contender, decide, isInside } from "@/lib/domains/tiers/rules/decide";
import { raceScoreBps, scaledRaceScore } from "@/lib/domains/tiers/rules/rank-track";
import { countPlaces } from "@/lib/domains/tiers/rules/run-race";
import type {
	Decision,
	DecisionReceipt,
	PartnerFacts,
	RaceField,
	RaceStanding,
	TierPlaces,
} from "@/lib/domains/tiers/types";
import type { Day } from "@/lib/platform/time";

/** `lowest`: a percentile whose base fell counts as 0, the worst the other partners could make of it. */
export type PercentileView = "held" | "lowest";

export type Rejudged = {
	readonly facts: PartnerFacts;
	readonly standing: RaceStanding | null;
	readonly field: RaceField;
	readonly decision: Decision;
};

/** The facts a receipt was made from. */
export function factsOf({
	partnerId,
	trackCode,
	inputs,
}: Pick<DecisionReceipt, "partnerId" | "trackCode" | "inputs">): PartnerFacts {
	const { gmvFen, gmvBeforeFen, ...rest } = inputs;
	return { partnerId, trackCode, ...rest, gmvFen: BigInt(gmvFen), gmvBeforeFen: BigInt(gmvBeforeFen) };
}

/**
 * The verdict the run's own `assess` and `decide` give when this partner's facts were others, from its receipt alone.
 *
 * **Held fixed:** every other partner's standing, and the own GMV and growth percentiles. Of the others a receipt knows
 * the cut-off lines and nothing else, so the new rank is the worst that fits those lines: whoever improves gets at least
 * this tier in the real track, and nobody can find out another partner's figures by trying.
 */
export function rejudge(
	receipt: DecisionReceipt,
	facts: PartnerFacts,
	{ asOf = receipt.asOf, percentiles = "held" }: { asOf?: Day; percentiles?: PercentileView } = {},
): Rejudged {
	const contender = assess(receipt.rules, facts, asOf);
	const standing = contender.redLines.length > 0 ? null : standAgain(receipt, facts, percentiles);
	const field = standing ? enterField(receipt, contender, standing.rank) : receipt.race.field;
	return { facts, standing, field, decision: decide(receipt.rules, contender, standing, field, asOf) };
}

function standAgain(receipt: DecisionReceipt, facts: PartnerFacts, view: PercentileView): RaceStanding {
	const { rules, race, inputs } = receipt;
	const own = race.standing;
	const weights = rules.race.weightsBps;
	if (!own) {
		const last = { gmvBelow: 0, growthBelow: 0, others: Math.max(1, race.field.eligible) };
		return {
			rank: race.field.eligible + 1,
			...last,
			scoreBps: raceScoreBps(weights, facts.compositeBps, last),
		};
	}
	const isLower = view === "lowest" && facts.gmvFen < BigInt(inputs.gmvFen);
	const place = {
		gmvBelow: isLower ? 0 : own.gmvBelow,
		growthBelow: isLower ? 0 : own.growthBelow,
		others: own.others,
	};
	const scoreBps = raceScoreBps(weights, facts.compositeBps, place);
	const change =
		scaledRaceScore(weights, facts.compositeBps, place) - scaledRaceScore(weights, inputs.compositeBps, own);
	const keepsRank = change > 0 || (change === 0 && facts.gmvFen >= BigInt(inputs.gmvFen));
	const passed = race.field.tiers.filter((line) => beatsCutOff(line, scoreBps));
	const ranks = passed.map((line) => line.cutOffRank ?? race.field.eligible);
	const rank = Math.min(race.field.eligible, ...(keepsRank ? [own.rank] : []), ...ranks);
	return { rank, ...place, scoreBps };
}

/** A cut-off is known to the hundredth of a point, rounded down: only a full hundredth above it is surely ahead. */
export function beatsCutOff(line: TierPlaces, scoreBps: number): boolean {
	return line.cutOffScoreBps !== null && scoreBps > line.cutOffScoreBps;
}

/** The tiers whose places the partner competed for in the run: those it met, down to the one it was given. */
export function competedFor({ decision, tiers, race }: DecisionReceipt, tier: TierLevel): boolean {
	if (!race.standing) return false;
	return decision.raceTier <= tier && tiers.some((one) => one.tier === tier && one.passed);
}

/** The field with the partner among the candidates of the tiers it did not compete for before, down to the one that takes it. */
function enterField(receipt: DecisionReceipt, { met }: Contender, rank: number): RaceField {
	const { rules, race } = receipt;
	const eligible = race.field.eligible + (race.standing ? 0 : 1);
	const held = eligible >= rules.race.minTrackSize;
	let isWaiting = true;
	const tiers = race.field.tiers.map((line) => {
		if (!isWaiting || !met.includes(line.tier)) return line;
		const joins = !competedFor(receipt, line.tier);
		const entered = joins ? joinLine(line, countPlaces(line.shareBps, eligible, held)) : line;
		isWaiting = !isInside(entered, rank);
		return entered;
	});
	return { ...race.field, eligible, held, tiers };
}

/**
 * Where a tier becomes full only by the newcomer, nobody's score was a cut-off yet: then only a rank within the number
 * of places is sure.
 */
function joinLine(line: TierPlaces, places: number | null): TierPlaces {
	const candidates = line.candidates + 1;
	const taken = places === null ? candidates : Math.min(places, candidates);
	const isFull = taken < candidates;
	return {
		...line,
		places,
		candidates,
		taken,
		cutOffRank: isFull ? (line.cutOffRank ?? places) : null,
		cutOffScoreBps: isFull ? line.cutOffScoreBps : null,
	};
}
