import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { RaceField } from "@/lib/domains/tiers/types";
import type { BoardRow } from "@/lib/domains/tiers/types/leaderboard";

/** The tiers a run left somebody out of, with the rank the last place went to (0: there was none). */
export function fullTiers(field: {
	tiers: readonly { tier: TierLevel; candidates: number; taken: number; cutOffRank: number | null }[];
}): { tier: TierLevel; afterRank: number }[] {
	return field.tiers
		.filter((line) => line.taken < line.candidates)
		.map((line) => ({ tier: line.tier, afterRank: line.cutOffRank ?? 0 }));
}

export type RowZone = { kind: "place"; tier: TierLevel } | { kind: "outranked" } | { kind: "bottom" } | null;

/** The zone a row is marked with; the danger zone is told before all others. */
export function zoneOf(row: Pick<BoardRow, "rank" | "tier" | "absoluteTier">, field: RaceField): RowZone {
	const { rank } = row;
	if (rank === null || !field.held) return null;
	if (rank > field.bottomAfterRank) return { kind: "bottom" };
	const isOut = fullTiers(field).some((line) => line.tier === row.absoluteTier && rank > line.afterRank);
	if (isOut) return { kind: "outranked" };
	const hasPlace = field.tiers.some((line) => line.tier === row.tier && line.places !== null);
	return hasPlace ? { kind: "place", tier: row.tier } : null;
}
