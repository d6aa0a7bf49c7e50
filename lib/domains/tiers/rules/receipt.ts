import { rebuildScorecard } from "@/lib/domains/forces/rules/score-forces";
import type { ForceScorecard } from "@/lib/domains/forces/types";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import { canonicalJson, compareText } from "@/lib/domains/tiers/rules/canonical-json";
import { explainTier } from "@/lib/domains/tiers/rules/check-criteria";
import { assess, decide, isInside } from "@/lib/domains/tiers/rules/decide";
import { raceScoreBps, showGrowth } from "@/lib/domains/tiers/rules/rank-track";
import { countBottom, countPlaces } from "@/lib/domains/tiers/rules/run-race";
import type { TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type {
	Decision,
	DecisionReceipt,
	NextTier,
	Obstacle,
	PartnerFacts,
	PolicyRef,
	RaceField,
	RaceStanding,
	ReceiptInputs,
	TierResult,
	TrackResult,
	Verdict,
} from "@/lib/domains/tiers/types";

export type ReceiptRefs = { readonly tierPolicy: PolicyRef; readonly forcePolicy: PolicyRef };

/** The receipt of one verdict of a track. `scorecard` is the partner's, when the run has it at hand. */
export function buildReceipt(
	track: TrackResult,
	verdict: Verdict,
	refs: ReceiptRefs,
	scorecard: ForceScorecard | null = null,
): DecisionReceipt {
	const { facts, standing } = verdict;
	const head = {
		receiptVersion: 1,
		partnerId: facts.partnerId,
		trackCode: track.trackCode,
		asOf: track.asOf,
		windows: track.windows,
		tierPolicy: refs.tierPolicy,
		forcePolicy: refs.forcePolicy,
		scorecard,
	} as const;
	return { ...head, ...explain(track.policy, facts, standing, track.field, pickDecision(verdict)) };
}

export type RecomputeFailure =
	| "UNKNOWN_VERSION"
	| "UNREADABLE"
	| "FIELD_INCONSISTENT"
	| "SCORECARD_DIFFERS"
	| "RECEIPT_DIFFERS";
export type Recomputed =
	| { ok: true; tier: TierLevel; receipt: DecisionReceipt }
	| { ok: false; reason: RecomputeFailure };

/**
 * Makes the verdict again from the receipt alone and compares every byte of it: criteria, race score, places, cut-offs,
 * movement and tier. Rank and cut-offs come from the receipt, as the other partners are not in it; that they fit the
 * number of eligible partners, the shares and one another is checked.
 */
export function recomputeFromReceipt(receipt: DecisionReceipt): Recomputed {
	if (receipt.receiptVersion !== 1) return { ok: false, reason: "UNKNOWN_VERSION" };
	try {
		return recompute(receipt);
	} catch {
		return { ok: false, reason: "UNREADABLE" };
	}
}

function recompute(receipt: DecisionReceipt): Recomputed {
	const { rules, asOf, scorecard } = receipt;
	const facts = readInputs(receipt);
	const { field, standing } = receipt.race;
	if (!fits(rules, facts, standing, field)) return { ok: false, reason: "FIELD_INCONSISTENT" };
	if (scorecard && !explainsScores(scorecard, facts)) return { ok: false, reason: "SCORECARD_DIFFERS" };
	const decision = decide(rules, assess(rules, facts, asOf), standing, field, asOf);
	if ((standing === null) !== decision.redLines.length > 0)
		return { ok: false, reason: "FIELD_INCONSISTENT" };
	const again: DecisionReceipt = { ...receipt, ...explain(rules, facts, standing, field, decision) };
	if (canonicalJson(again) !== canonicalJson(receipt)) return { ok: false, reason: "RECEIPT_DIFFERS" };
	return { ok: true, tier: decision.tier, receipt: again };
}

function explain(
	rules: TrackTierPolicy,
	facts: PartnerFacts,
	standing: RaceStanding | null,
	field: RaceField,
	decision: Decision,
): Pick<DecisionReceipt, "rules" | "inputs" | "growth" | "race" | "tiers" | "decision" | "next"> {
	const tiers = rules.tiers.map((tier) => explainTier(tier, facts));
	return {
		rules,
		inputs: writeInputs(facts),
		growth: showGrowth(facts),
		race: { field, standing },
		tiers,
		decision,
		next: findNext(tiers, standing, field, decision),
	};
}

/** What keeps the partner from the tier above its own: failed criteria, a full tier, a red line; null at the top. */
function findNext(
	tiers: readonly TierResult[],
	standing: RaceStanding | null,
	field: RaceField,
	decision: Decision,
): NextTier | null {
	const above = tiers.findLast((tier) => tier.tier > decision.tier);
	if (!above) return null;
	const missing = above.criteria.filter((criterion) => !criterion.passed);
	const places = field.tiers.find((line) => line.tier === above.tier);
	const outranked = standing !== null && places !== undefined && !isInside(places, standing.rank);
	const obstacles: Obstacle[] = [];
	if (decision.redLines.length > 0) obstacles.push("RED_LINE");
	if (missing.length > 0) obstacles.push("CRITERIA");
	if (outranked) obstacles.push("RACE");
	const ranksToGain = outranked && places.cutOffRank !== null ? standing.rank - places.cutOffRank : null;
	return { tier: above.tier, obstacles, missing, ranksToGain };
}

function pickDecision(verdict: Verdict): Decision {
	const { facts: _facts, standing: _standing, ...decision } = verdict;
	return decision;
}

function writeInputs(facts: PartnerFacts): ReceiptInputs {
	const { partnerId: _partnerId, trackCode: _trackCode, gmvFen, gmvBeforeFen, redLines, ...rest } = facts;
	return {
		...rest,
		gmvFen: gmvFen.toString(),
		gmvBeforeFen: gmvBeforeFen.toString(),
		redLines: [...redLines].sort((a, b) => compareText(a.id, b.id)),
	};
}

function readInputs({ partnerId, trackCode, inputs }: DecisionReceipt): PartnerFacts {
	const { gmvFen, gmvBeforeFen, ...rest } = inputs;
	return { partnerId, trackCode, ...rest, gmvFen: BigInt(gmvFen), gmvBeforeFen: BigInt(gmvBeforeFen) };
}

/** Whether a field can be: its places follow from the eligible count, and nobody is taken beyond them. */
function fits(
	rules: TrackTierPolicy,
	facts: PartnerFacts,
	standing: RaceStanding | null,
	field: RaceField,
): boolean {
	const held = field.eligible >= rules.race.minTrackSize;
	const bottom = held ? countBottom(rules, field.eligible) : 0;
	if (field.held !== held || field.bottomAfterRank !== field.eligible - bottom) return false;
	const tiersFit = rules.tiers.every((tier, i) => {
		const line = field.tiers[i];
		if (line?.tier !== tier.level || line.shareBps !== tier.raceShareBps) return false;
		if (line.places !== countPlaces(tier.raceShareBps, field.eligible, held)) return false;
		const limit = line.places ?? line.candidates;
		if (line.candidates > field.eligible || line.taken !== Math.min(limit, line.candidates)) return false;
		const leavesOut = line.taken > 0 && line.taken < line.candidates;
		if (line.cutOffRank === null) return !leavesOut;
		return leavesOut && line.cutOffRank >= line.taken && line.cutOffRank < field.eligible;
	});
	return tiersFit && (standing === null || standingFits(rules, facts, standing, field));
}

function standingFits(
	rules: TrackTierPolicy,
	facts: PartnerFacts,
	standing: RaceStanding,
	field: RaceField,
): boolean {
	const score = raceScoreBps(rules.race.weightsBps, facts.compositeBps, standing);
	return (
		standing.rank >= 1 &&
		standing.rank <= field.eligible &&
		standing.others === Math.max(1, field.eligible - 1) &&
		standing.gmvBelow <= standing.others &&
		standing.growthBelow <= standing.others &&
		standing.scoreBps === score
	);
}

function explainsScores(card: ForceScorecard, facts: PartnerFacts): boolean {
	if (canonicalJson(rebuildScorecard(card)) !== canonicalJson(card)) return false;
	return (
		card.compositeBps === facts.compositeBps &&
		card.forces.every((force) => facts.forcesBps[force.force] === force.scoreBps)
	);
}
