import { compareText } from "@/lib/domains/decisions/rules/canonical-json";
import { assess, decide } from "@/lib/domains/tiers/rules/decide";
import { rankTrack } from "@/lib/domains/tiers/rules/rank-track";
import { resolveTrackPolicy } from "@/lib/domains/tiers/rules/resolve-track-policy";
import { runRace } from "@/lib/domains/tiers/rules/run-race";
import { runWindows } from "@/lib/domains/tiers/rules/run-windows";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { PartnerFacts, RunResult, TrackResult } from "@/lib/domains/tiers/types";
import type { Day } from "@/lib/platform/time";

/**
 * Classifies every partner of one track (domain.md §3.3): red lines, absolute tier, race, movement, bottom.
 * `facts` are the partners that are ACTIVE or in PROBATION on `asOf`, with the windows of `runWindows(policy, asOf)`.
 * The answer does not depend on the order of `facts`. Throws `MIXED_TRACKS` and `DUPLICATE_PARTNER`.
 */
export function evaluateTrack(policy: TierPolicy, facts: readonly PartnerFacts[], asOf: Day): TrackResult {
	const ordered = [...facts].sort((a, b) => compareText(a.partnerId, b.partnerId));
	const trackCode = ordered[0]?.trackCode ?? "";
	if (ordered.some((partner) => partner.trackCode !== trackCode)) throw new Error("MIXED_TRACKS");
	refuseTwins(ordered);
	const rules = resolveTrackPolicy(policy, trackCode);
	const contenders = ordered.map((partner) => assess(rules, partner, asOf));
	const ranked = rankTrack(
		rules.race.weightsBps,
		contenders.filter((contender) => contender.redLines.length === 0),
	);
	const field = runRace(rules, ranked);
	const standings = new Map(ranked.map(({ contender, standing }) => [contender, standing]));
	const verdicts = contenders.map((contender) => {
		const standing = standings.get(contender) ?? null;
		return { facts: contender.facts, standing, ...decide(rules, contender, standing, field, asOf) };
	});
	return { trackCode, asOf, windows: runWindows(policy, asOf), policy: rules, field, verdicts };
}

/** A whole run: every track on its own, in code-unit order of the track codes. A partner is in one track only. */
export function evaluateRun(policy: TierPolicy, facts: readonly PartnerFacts[], asOf: Day): RunResult {
	const byTrack = new Map<string, PartnerFacts[]>();
	for (const partner of facts) {
		const track = byTrack.get(partner.trackCode);
		if (track) track.push(partner);
		else byTrack.set(partner.trackCode, [partner]);
	}
	if (new Set(facts.map((partner) => partner.partnerId)).size !== facts.length)
		throw new Error("DUPLICATE_PARTNER");
	const tracks = [...byTrack.keys()].sort(compareText);
	return {
		asOf,
		windows: runWindows(policy, asOf),
		tracks: tracks.map((code) => evaluateTrack(policy, byTrack.get(code) ?? [], asOf)),
	};
}

function refuseTwins(ordered: readonly PartnerFacts[]): void {
	if (ordered.some((partner, i) => ordered[i - 1]?.partnerId === partner.partnerId))
		throw new Error("DUPLICATE_PARTNER");
}
