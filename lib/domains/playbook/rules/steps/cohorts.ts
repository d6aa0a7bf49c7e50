import { repurchaseDays } from "@/lib/domains/gmv/rules/buyer-figures";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

/** A buyer's first day of buying from the brand, and the next other day; null while there is none. */
export type BuyerDays = { readonly first: Day; readonly next: Day | null };

export type CohortCell = { readonly withinDays: number; readonly buyers: number; readonly again: number };
/** `cells` holds the windows that are over for every buyer of the week. */
export type CohortRow = {
	readonly week: Day;
	readonly buyers: number;
	readonly cells: readonly CohortCell[];
};

/** The Monday of a day's week. */
export function weekOf(day: Day): Day {
	const sinceMonday = ((daysBetween("1970-01-05", day) % 7) + 7) % 7;
	return addDays(day, -sinceMonday);
}

/**
 * Buyers by the week of their first purchase and how many bought again on a later day within 30, 60 and 90 days. A window
 * that is not over by `asOf` for the week's last day is left out, so that no young week looks like a bad one.
 */
export function buildCohorts(buyers: readonly BuyerDays[], asOf: Day): readonly CohortRow[] {
	const weeks = new Map<Day, BuyerDays[]>();
	for (const buyer of buyers) {
		if (buyer.first > asOf) continue;
		const week = weekOf(buyer.first);
		const known = weeks.get(week);
		if (known) known.push(buyer);
		else weeks.set(week, [buyer]);
	}
	return [...weeks]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([week, members]) => ({
			week,
			buyers: members.length,
			cells: repurchaseDays
				.filter((days) => addDays(week, 6 + days) <= asOf)
				.map((withinDays) => ({
					withinDays,
					buyers: members.length,
					again: members.filter(({ first, next }) => next !== null && next <= addDays(first, withinDays))
						.length,
				})),
		}));
}

/** Every window over the weeks for which it is over. */
export function sumCohorts(rows: readonly CohortRow[]): readonly CohortCell[] {
	return repurchaseDays.flatMap((withinDays) => {
		const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.withinDays === withinDays));
		if (cells.length === 0) return [];
		const sum = (of: "buyers" | "again") => cells.reduce((total, cell) => total + cell[of], 0);
		return [{ withinDays, buyers: sum("buyers"), again: sum("again") }];
	});
}
