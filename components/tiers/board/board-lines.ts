import type { RaceField, TierPlaces } from "@/lib/domains/tiers/types";
import type { BoardRow } from "@/lib/domains/tiers/types/leaderboard";

export type BoardLine =
	| { kind: "row"; row: BoardRow }
	| { kind: "cutOff"; line: TierPlaces }
	| { kind: "places"; line: TierPlaces }
	| { kind: "bottom" };

/**
 * The rows of a page with the lines between them: below the last rank a full tier took (where nobody was left out, below
 * as many ranks as it has places), and above the bottom of the track. A line between two pages belongs to the page that
 * ends with it. A page that leaves ranks out (`gaps`) draws a line where the ranks pass it.
 */
export function drawLines(rows: readonly BoardRow[], field: RaceField): BoardLine[] {
	return rows.flatMap((row, i): BoardLine[] => {
		const passed = linesBetween(row.rank, rows[i + 1]?.rank ?? null, field);
		return [{ kind: "row", row }, ...passed];
	});
}

function linesBetween(rank: number | null, following: number | null, field: RaceField): BoardLine[] {
	if (rank === null || !field.held) return [];
	const last = following === null ? rank : following - 1;
	const isPassed = (line: number) => line >= rank && line <= last;
	const lines: (BoardLine & { at: number })[] = [];
	for (const line of field.tiers) {
		if (line.places === null) continue;
		if (line.cutOffRank !== null) lines.push({ kind: "cutOff", line, at: line.cutOffRank });
		else if (line.taken === line.candidates) lines.push({ kind: "places", line, at: line.places });
	}
	if (field.bottomAfterRank < field.eligible) lines.push({ kind: "bottom", at: field.bottomAfterRank });
	return lines.filter(({ at }) => isPassed(at)).sort((a, b) => a.at - b.at);
}
