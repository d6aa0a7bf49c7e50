import { compareText } from "@/lib/domains/decisions/rules/canonical-json";
import type { ForceScorecard } from "@/lib/domains/forces/types";
import { explainTier } from "@/lib/domains/tiers/rules/check-criteria";
import { isInside } from "@/lib/domains/tiers/rules/decide";
import { applyOverride } from "@/lib/domains/tiers/rules/override";
import { showGrowth } from "@/lib/domains/tiers/rules/rank-track";
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
	ReceiptOverride,
	TierResult,
	TrackResult,
	Verdict,
} from "@/lib/domains/tiers/types";

export type ReceiptRefs = { readonly tierPolicy: PolicyRef; readonly forcePolicy: PolicyRef };

/**
 * The receipt of one verdict of a track. `scorecard` is the partner's, when the run has it at hand; `override` what two
 * leads decided in the place of the engine.
 */
export function buildReceipt(
	track: TrackResult,
	verdict: Verdict,
	refs: ReceiptRefs,
	scorecard: ForceScorecard | null = null,
	override: ReceiptOverride | null = null,
): DecisionReceipt {
	const { facts, standing } = verdict;
	const head = {
		receiptVersion: 2,
		partnerId: facts.partnerId,
		trackCode: track.trackCode,
		asOf: track.asOf,
		windows: track.windows,
		tierPolicy: refs.tierPolicy,
		forcePolicy: refs.forcePolicy,
		scorecard,
		override,
	} as const;
	const decision = applyOverride(pickDecision(verdict), override);
	return { ...head, ...explain(track.policy, facts, standing, track.field, decision) };
}

/** A receipt as an older version would have written it, where it says nothing that version did not know. */
export function inVersionOf(
	version: DecisionReceipt["receiptVersion"],
	receipt: DecisionReceipt,
): DecisionReceipt {
	if (version === 2 || receipt.override) return receipt;
	const { override: _override, ...rest } = receipt;
	return { ...rest, receiptVersion: 1 };
}

/** Everything of a receipt that follows from the rules, the inputs and the race. */
export function explain(
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
