import { addDays, businessDayOf, type Day } from "@/lib/platform/time";
import { addWorkingDays, isWorkingDay, type WorkCalendar } from "@/lib/platform/time/working-days";

export type ReturnWindow = {
	readonly opensOn: Day;
	/** Through 24:00 of this day, Asia/Shanghai. */
	readonly lastDay: Day;
	/** Where a holiday moved the last day: the day it would have been. */
	readonly movedFrom: Day | null;
};

type Terms = { readonly windowDays: number; readonly rollsOverHolidays: boolean };

/**
 * The window of the seven-day return (domain.md §3.8; 七日无理由退货暂行办法 art. 10): the day after signing is its first day.
 * With the roll-over, a last day that is no working day moves to the next working day (民法典 art. 203).
 */
export function returnWindow(signedOn: Day, terms: Terms, calendar: WorkCalendar): ReturnWindow {
	const opensOn = addDays(signedOn, 1);
	const plain = addDays(signedOn, terms.windowDays);
	const moves = terms.rollsOverHolidays && !isWorkingDay(calendar, plain);
	return moves
		? { opensOn, lastDay: addWorkingDays(calendar, plain, 1), movedFrom: plain }
		: { opensOn, lastDay: plain, movedFrom: null };
}

/** Judged by when the notice is sent. Whoever sends it before the window opens, even before signing, is in time. */
export function isInTime(noticeSentAt: Date, window: Pick<ReturnWindow, "lastDay">): boolean {
	return businessDayOf(noticeSentAt) <= window.lastDay;
}
