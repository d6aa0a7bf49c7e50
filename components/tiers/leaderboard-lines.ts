import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { LeaderRow, RaceField } from "@/lib/domains/tiers/types";

export type BoardLine =
	| { kind: "row"; row: LeaderRow }
	| { kind: "cutOff"; tier: TierLevel; shareBps: number; places: number }
	| { kind: "bottom" };

/**
 * The rows of a page with the lines between them: below the last rank a full tier took, and above the bottom of the track.
 * A line between two pages belongs to the page that ends with it.
 */
export function drawLines(rows: readonly LeaderRow[], field: RaceField): BoardLine[] {
	return rows.flatMap((row): BoardLine[] => {
		const below: BoardLine[] = field.tiers.flatMap((line) =>
			line.cutOffRank !== null &&
			line.cutOffRank === row.rank &&
			line.shareBps !== null &&
			line.places !== null
				? [{ kind: "cutOff", tier: line.tier, shareBps: line.shareBps, places: line.places }]
				: [],
		);
		const startsBottom = row.rank === field.bottomAfterRank && field.bottomAfterRank < field.eligible;
		return [{ kind: "row", row }, ...below, ...(startsBottom ? [{ kind: "bottom" } as const] : [])];
	});
}
