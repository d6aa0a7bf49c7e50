import { type Difference, findDifference } from "@/lib/domains/decisions/rules/find-difference";
import { raceScoreBps } from "@/lib/domains/tiers/rules/rank-track";
import { countBottom, countPlaces } from "@/lib/domains/tiers/rules/run-race";
import type { DecisionReceipt, RaceField, RaceStanding, TierPlaces } from "@/lib/domains/tiers/types";

type Misfit = Difference;

/**
 * The first field of a receipt's race that cannot be: places follow from the eligible count, nobody is taken beyond them,
 * a cut-off stands where somebody was left out and nowhere else, and the partner's score follows from its percentiles.
 */
export function findMisfit(receipt: DecisionReceipt): Misfit | null {
	const { rules, race } = receipt;
	const { field } = race;
	const held = field.eligible >= rules.race.minTrackSize;
	const bottomAfterRank = field.eligible - (held ? countBottom(rules, field.eligible) : 0);
	const head = findDifference(
		{ held: field.held, bottomAfterRank: field.bottomAfterRank, tiers: field.tiers.map((line) => line.tier) },
		{ held, bottomAfterRank, tiers: rules.tiers.map((tier) => tier.level) },
		"race.field",
	);
	if (head) return head;
	for (const [i, line] of field.tiers.entries()) {
		const shareBps = rules.tiers[i]?.raceShareBps ?? null;
		const due = { ...line, shareBps, places: countPlaces(shareBps, field.eligible, held) };
		const path = `race.field.tiers[${i}]`;
		const wrong = findDifference(line, due, path) ?? findWrongCount(line, field.eligible, path);
		if (wrong) return wrong;
	}
	return findStandingMisfit(receipt);
}

function findWrongCount(line: TierPlaces, eligible: number, path: string): Misfit | null {
	const limit = line.places ?? line.candidates;
	if (line.candidates > eligible)
		return { path: `${path}.candidates`, stated: line.candidates, found: eligible };
	const taken = Math.min(limit, line.candidates);
	if (line.taken !== taken) return { path: `${path}.taken`, stated: line.taken, found: taken };
	const leavesOut = line.taken > 0 && line.taken < line.candidates;
	const { cutOffRank, cutOffScoreBps } = line;
	const fits = leavesOut
		? cutOffRank !== null && cutOffRank >= line.taken && cutOffRank < eligible
		: cutOffRank === null;
	if (!fits) return { path: `${path}.cutOffRank`, stated: cutOffRank, found: leavesOut ? line.taken : null };
	if ((cutOffScoreBps === null) === leavesOut)
		return { path: `${path}.cutOffScoreBps`, stated: cutOffScoreBps, found: leavesOut ? 0 : null };
	return null;
}

function findStandingMisfit({ rules, inputs, race: { field, standing } }: DecisionReceipt): Misfit | null {
	if (!standing) return null;
	const path = "race.standing";
	const others = Math.max(1, field.eligible - 1);
	if (standing.others !== others) return { path: `${path}.others`, stated: standing.others, found: others };
	if (standing.rank > field.eligible)
		return { path: `${path}.rank`, stated: standing.rank, found: field.eligible };
	for (const part of ["gmvBelow", "growthBelow"] as const)
		if (standing[part] > others) return { path: `${path}.${part}`, stated: standing[part], found: others };
	const scoreBps = raceScoreBps(rules.race.weightsBps, inputs.compositeBps, standing);
	if (standing.scoreBps !== scoreBps)
		return { path: `${path}.scoreBps`, stated: standing.scoreBps, found: scoreBps };
	return findCutOffMisfit(standing, field);
}

/** Whoever ranks before a cut-off scores no less than it, whoever ranks behind it no more. */
function findCutOffMisfit(standing: RaceStanding, field: RaceField): Misfit | null {
	for (const [i, { cutOffRank, cutOffScoreBps }] of field.tiers.entries()) {
		if (cutOffRank === null || cutOffScoreBps === null) continue;
		const isAhead = standing.rank <= cutOffRank && standing.scoreBps < cutOffScoreBps;
		const isBehind = standing.rank >= cutOffRank && standing.scoreBps > cutOffScoreBps;
		if (isAhead || isBehind) {
			const path = `race.field.tiers[${i}].cutOffScoreBps`;
			return { path, stated: cutOffScoreBps, found: standing.scoreBps };
		}
	}
	return null;
}
