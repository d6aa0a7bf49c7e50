import type { TierPolicy, TrackTierPolicy } from "@/lib/domains/tiers/schema";

/** The policy as it applies in a track: a named tier's criteria or share, the race or the movement replaced as a whole. */
export function resolveTrackPolicy(policy: TierPolicy, trackCode: string): TrackTierPolicy {
	const { trackOverrides, ...common } = policy;
	const override = Object.hasOwn(trackOverrides, trackCode) ? trackOverrides[trackCode] : undefined;
	if (!override) return common;
	const tiers = common.tiers.map((tier) => {
		const own = override.tiers?.find((row) => row.level === tier.level);
		if (!own) return tier;
		return {
			...tier,
			criteria: own.criteria ?? tier.criteria,
			raceShareBps: own.raceShareBps === undefined ? tier.raceShareBps : own.raceShareBps,
		};
	});
	return {
		...common,
		tiers,
		race: override.race ?? common.race,
		movement: override.movement ?? common.movement,
	};
}
