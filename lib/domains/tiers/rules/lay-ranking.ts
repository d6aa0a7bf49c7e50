import type { RaceField, TierPlaces } from "@/lib/domains/tiers/types";
import type { NamedPlace } from "@/lib/domains/tiers/types/ranking";

export type RankingLine =
	| { kind: "place"; place: NamedPlace }
	/** Ranks whose holders chose nothing. */
	| { kind: "others"; from: number; to: number }
	| { kind: "cutOff"; line: TierPlaces }
	| { kind: "places"; line: TierPlaces }
	| { kind: "bottom" };

/**
 * The ranks from `from` to `to` as lines: named places one by one, everybody between them as one line, broken where a
 * promotion line or the danger zone runs. `places` best first.
 */
export function layRanking(
	field: RaceField,
	places: readonly NamedPlace[],
	{ from, to }: { from: number; to: number },
): RankingLine[] {
	const drawn = field.held ? drawnLines(field) : [];
	const lines: RankingLine[] = [];
	let at = from;
	const passTo = (end: number) => {
		for (const line of drawn.filter((one) => one.after >= at && one.after < end)) {
			lines.push({ kind: "others", from: at, to: line.after }, line.shown);
			at = line.after + 1;
		}
		if (at < end) lines.push({ kind: "others", from: at, to: end - 1 });
		at = Math.max(at, end);
	};
	for (const place of places) {
		passTo(place.rank);
		lines.push({ kind: "place", place });
		at = place.rank + 1;
		for (const line of drawn.filter((one) => one.after === place.rank)) lines.push(line.shown);
	}
	passTo(to + 1);
	return lines.filter((line) => line.kind !== "others" || line.from <= line.to);
}

function drawnLines(field: RaceField): { after: number; shown: RankingLine }[] {
	const lines: { after: number; shown: RankingLine }[] = [];
	for (const line of field.tiers) {
		if (line.places === null) continue;
		if (line.cutOffRank !== null) lines.push({ after: line.cutOffRank, shown: { kind: "cutOff", line } });
		else if (line.taken === line.candidates)
			lines.push({ after: line.places, shown: { kind: "places", line } });
	}
	if (field.bottomAfterRank < field.eligible) {
		lines.push({ after: field.bottomAfterRank, shown: { kind: "bottom" } });
	}
	return lines.sort((a, b) => a.after - b.after);
}
