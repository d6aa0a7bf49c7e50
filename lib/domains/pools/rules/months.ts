import { REVIEW_DAYS } from "@/lib/domains/pools/constants";
import type { MonthState } from "@/lib/domains/pools/types";
import { addDays, type Day, type Month, monthRange, shiftMonth } from "@/lib/platform/time";

/** The last day on which a month may be objected to: the seventh after its end. */
export function reviewUntil(month: Month): Day {
	return addDays(monthRange(month).to, REVIEW_DAYS - 1);
}

/** How far a month is on `today`; DUE waits for the nightly closing or for an answer to an objection. */
export function monthStateOn(month: Month, today: Day, isClosed: boolean): MonthState {
	if (isClosed) return "CLOSED";
	if (today < monthRange(month).to) return "OPEN";
	return today <= reviewUntil(month) ? "REVIEW" : "DUE";
}

/** Whole months from `first` to `last`, newest first. */
export function monthsDown(first: Month, last: Month): Month[] {
	const months: Month[] = [];
	for (let month = last; month >= first; month = shiftMonth(month, -1)) months.push(month);
	return months;
}
