import { compareText } from "@/lib/domains/decisions/rules/canonical-json";
import { type TierLevel, tierLevels } from "@/lib/domains/tiers/constants";
import { explainTier } from "@/lib/domains/tiers/rules/check-criteria";
import { evaluateRun } from "@/lib/domains/tiers/rules/evaluate";
import { resolveTrackPolicy } from "@/lib/domains/tiers/rules/resolve-track-policy";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { MovementReason, PartnerFacts, Verdict } from "@/lib/domains/tiers/types";
import type { Day } from "@/lib/platform/time";

/** One partner of a past final run: what it was judged on and what came out. */
export type PastVerdict = { readonly facts: PartnerFacts; readonly tier: TierLevel };

/** Why a partner's tier is another one under the policy tried. */
export type ReplayReason =
	/** Of a fall, criteria of the tier of then that fail now; of a rise, criteria of the tier of now that failed then. */
	| { readonly kind: "CRITERIA"; readonly ruleIds: readonly string[] }
	| { readonly kind: "RED_LINE" | "RACE" | "MOVEMENT" };

export type ReplayMove = {
	readonly partnerId: string;
	readonly trackCode: string;
	readonly from: TierLevel;
	readonly to: TierLevel;
	readonly movement: MovementReason;
	readonly reason: ReplayReason;
};

/** Partners by the tier they were given (first index) and the one the policy tried gives (second), T1 first. */
export type ReplayMatrix = readonly (readonly number[])[];

export type Replay = {
	readonly total: ReplayMatrix;
	/** In code-unit order of the track codes. */
	readonly tracks: readonly { readonly trackCode: string; readonly matrix: ReplayMatrix }[];
	/** Falls first, the furthest first; then by partner id. */
	readonly moves: readonly ReplayMove[];
	/** Partners the policy tried puts in probation. */
	readonly probation: number;
};

export type ReplayQuestion = {
	/** The policy of then, and the one to try. It looks at the same windows and measure, or `past` was read for it. */
	readonly was: TierPolicy;
	readonly policy: TierPolicy;
	readonly past: readonly PastVerdict[];
	readonly asOf: Day;
};

/** Judges the partners of a past final run again on the facts of then. To try the policy of then changes nothing. */
export function replayRun({ was, policy, past, asOf }: ReplayQuestion): Replay {
	const before = new Map(past.map((one) => [one.facts.partnerId, one.tier]));
	const run = evaluateRun(
		policy,
		past.map((one) => one.facts),
		asOf,
	);
	const verdicts = run.tracks.flatMap((track) => track.verdicts);
	const tierOf = (verdict: Verdict) => before.get(verdict.facts.partnerId) ?? verdict.tier;
	const tracks = run.tracks.map((track) => ({
		trackCode: track.trackCode,
		matrix: countMoves(track.verdicts.map((verdict) => [tierOf(verdict), verdict.tier])),
	}));
	return {
		total: countMoves(verdicts.map((verdict) => [tierOf(verdict), verdict.tier])),
		tracks,
		moves: verdicts
			.filter((verdict) => verdict.tier !== tierOf(verdict))
			.map((verdict) => toMove(verdict, tierOf(verdict), was, policy))
			.sort((a, b) => a.to - a.from - (b.to - b.from) || compareText(a.partnerId, b.partnerId)),
		probation: verdicts.filter((verdict) => verdict.entersProbation).length,
	};
}

function countMoves(moves: readonly (readonly [TierLevel, TierLevel])[]): ReplayMatrix {
	return tierLevels.map((from) =>
		tierLevels.map((to) => moves.filter((move) => move[0] === from && move[1] === to).length),
	);
}

function toMove(verdict: Verdict, from: TierLevel, was: TierPolicy, policy: TierPolicy): ReplayMove {
	const { partnerId, trackCode } = verdict.facts;
	const { tier: to, movement } = verdict;
	return { partnerId, trackCode, from, to, movement, reason: findReason(verdict, from, was, policy) };
}

function findReason(verdict: Verdict, from: TierLevel, was: TierPolicy, policy: TierPolicy): ReplayReason {
	if (verdict.redLines.length > 0) return { kind: "RED_LINE" };
	const ruleIds =
		verdict.tier > from ? findFailing(was, verdict.tier, verdict) : findFailing(policy, from, verdict);
	if (ruleIds.length > 0) return { kind: "CRITERIA", ruleIds };
	return { kind: verdict.tier === verdict.raceTier ? "RACE" : "MOVEMENT" };
}

function findFailing(policy: TierPolicy, level: TierLevel, { facts }: Verdict): string[] {
	const tier = resolveTrackPolicy(policy, facts.trackCode).tiers.find((row) => row.level === level);
	if (!tier) return [];
	const failing = explainTier(tier, facts).criteria.filter((criterion) => !criterion.passed);
	return failing.map((criterion) => criterion.ruleId);
}
