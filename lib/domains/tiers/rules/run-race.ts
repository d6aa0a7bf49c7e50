import type { Runner } from "@/lib/domains/tiers/rules/rank-track";
import type { TierRow, TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { RaceField, TierPlaces } from "@/lib/domains/tiers/types";
import { shareOfCountDown, shareOfCountUp } from "@/lib/platform/money/bps";

/**
 * Step 3 of a run: hands out the places of a track, from the highest tier down.
 *
 * **Eligible** are all partners of the track in the run that are over no red line, whatever tier their criteria give;
 * shares and the smallest racing track are counted on them. A tier's candidates are those who meet all its criteria
 * and were given no higher tier — whoever a full tier leaves out competes for the places of the next tier it meets.
 * `ranked` is `rankTrack`'s answer.
 */
export function runRace(policy: TrackTierPolicy, ranked: readonly Runner[]): RaceField {
	const eligible = ranked.length;
	const held = eligible >= policy.race.minTrackSize;
	let waiting = ranked;
	const tiers: TierPlaces[] = [];
	for (const tier of policy.tiers) {
		const places = countPlaces(tier.raceShareBps, eligible, held);
		const candidates: Runner[] = [];
		const others: Runner[] = [];
		for (const runner of waiting)
			(runner.contender.met.includes(tier.level) ? candidates : others).push(runner);
		const taken = places === null ? candidates : candidates.slice(0, places);
		tiers.push(describePlaces(tier, places, candidates.length, taken));
		waiting = taken.length === candidates.length ? others : leaveOut(waiting, new Set(taken));
	}
	const bottom = held ? countBottom(policy, eligible) : 0;
	return { eligible, held, tiers, bottomAfterRank: eligible - bottom };
}

/** ⌈share × eligible⌉, or null where the tier has no share or the track no race. */
export function countPlaces(shareBps: number | null, eligible: number, held: boolean): number | null {
	return shareBps === null || !held ? null : shareOfCountUp(eligible, shareBps);
}

/** ⌊share × eligible⌋: like the places above, a part of a partner is decided in the partners' favour. */
export function countBottom(policy: TrackTierPolicy, eligible: number): number {
	return shareOfCountDown(eligible, policy.movement.bottomShareBps);
}

function describePlaces(
	tier: TierRow,
	places: number | null,
	candidates: number,
	taken: readonly Runner[],
): TierPlaces {
	const last = taken.length < candidates ? taken.at(-1) : undefined;
	return {
		tier: tier.level,
		shareBps: tier.raceShareBps,
		places,
		candidates,
		taken: taken.length,
		cutOffRank: last?.standing.rank ?? null,
		cutOffScoreBps: last?.standing.scoreBps ?? null,
	};
}

function leaveOut(runners: readonly Runner[], gone: ReadonlySet<Runner>): Runner[] {
	return runners.filter((runner) => !gone.has(runner));
}
