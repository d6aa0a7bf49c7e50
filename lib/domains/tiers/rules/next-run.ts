import { addDays, type Day, lastClosedMonth, type Month, monthRange, shiftMonth } from "@/lib/platform/time";

export type NextRun = {
	readonly period: Month;
	/** First day on which the month is closed long enough. */
	readonly earliestOn: Day;
	/** Whether that day has come: the run is due. */
	readonly isDue: boolean;
};

/** The evaluation to come: the month after the last one evaluated, or the newest closed month where none was. */
export function nextRun(lastPeriod: Month | null, minClosedDays: number, today: Day): NextRun {
	const closed = lastClosedMonth(today, minClosedDays);
	const following = lastPeriod === null ? closed : shiftMonth(lastPeriod, 1);
	const skipsMonths = following < closed;
	const period = skipsMonths ? closed : following;
	const earliestOn = addDays(monthRange(period).to, minClosedDays);
	return { period, earliestOn, isDue: earliestOn <= today };
}
