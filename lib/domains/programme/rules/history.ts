import { bandAtLevel, compareDescending, compareText } from "@/lib/domains/programme/rules/bands";
import { expectedTenths, paceOf } from "@/lib/domains/programme/rules/pace";
import type {
	Band,
	BandMonth,
	BandMove,
	Crossing,
	ProgrammeTerms,
	Standing,
} from "@/lib/domains/programme/types/dashboard";
import { addDays, type Day, lastDayOf, type Month, monthOf, shiftMonth } from "@/lib/platform/time";

/** The programme's months up to the one the facts reach into, oldest first; none before the first fact. */
export function monthsOf(terms: ProgrammeTerms, asOf: Day | null): Month[] {
	if (!asOf) return [];
	const months: Month[] = [];
	const last = monthOf(asOf);
	for (let month = monthOf(terms.range.from); month <= last; month = shiftMonth(month, 1)) months.push(month);
	return months;
}

/** Partners in each band at every month's end, and how many rose or fell in it, from the moves between bands. */
export function bandHistory(
	moves: readonly BandMove[],
	terms: ProgrammeTerms,
	asOf: Day | null,
): BandMonth[] {
	const { bands, range } = terms;
	const byMonth = Map.groupBy(moves, (move) => move.month);
	let counts: Record<string, number> = Object.fromEntries(bands.map((band) => [band.code, 0]));
	return monthsOf(terms, asOf).map((month) => {
		const own = byMonth.get(month) ?? [];
		counts = moveCounts(counts, own, bands);
		const until = [lastDayOf(month), asOf ?? range.from, addDays(range.to, -1)].sort()[0] ?? range.from;
		const pace = paceOf(range, until);
		return {
			month,
			until,
			counts,
			expectedTenths: Object.fromEntries(
				bands.map((band) => [band.code, expectedTenths(band.targetCount, pace)]),
			),
			rose: own.filter((move) => move.to > move.from).length,
			fell: own.filter((move) => move.to < move.from).length,
		};
	});
}

function moveCounts(before: Record<string, number>, moves: readonly BandMove[], bands: readonly Band[]) {
	const after = { ...before };
	for (const { from, to } of moves) {
		const left = bandAtLevel(from, bands);
		const entered = bandAtLevel(to, bands);
		if (left) after[left.code] = (after[left.code] ?? 0) - 1;
		if (entered) after[entered.code] = (after[entered.code] ?? 0) + 1;
	}
	return after;
}

/** Who crossed a line or fell below one in a month: those who rose first, the highest band and the largest net before. */
export function crossingsOf(
	moves: readonly BandMove[],
	standings: readonly Standing[],
	bands: readonly Band[],
	month: Month,
): Crossing[] {
	const own = moves.filter((move) => move.month === month);
	if (own.length === 0) return [];
	const byId = new Map(standings.map((standing) => [standing.partnerId, standing]));
	return own.sort(compareMoves).flatMap(({ partnerId, from, to, netFen }) => {
		const standing = byId.get(partnerId);
		if (!standing) return [];
		const between = { from: bandAtLevel(from, bands), to: bandAtLevel(to, bands) };
		return [{ standing, month, ...between, rose: to > from, netFen }];
	});
}

function compareMoves(a: BandMove, b: BandMove): number {
	const rose = Number(b.to > b.from) - Number(a.to > a.from);
	return (
		rose || b.to - a.to || compareDescending(a.netFen, b.netFen) || compareText(a.partnerId, b.partnerId)
	);
}
