import {
	addDays,
	addMonths,
	type Day,
	daysBetween,
	lastClosedMonth,
	type Month,
	monthOf,
	shiftMonth,
	startOfDay,
	trailingMonths,
} from "@/lib/platform/time";

const MONTHS_OF_FACTS = 15;
const MONTHS_SINCE_PROGRAMME_START = 8;
const EVALUATED_MONTHS = 7;

/** Every date of the demo, counted back from the day it is loaded. */
export type Timeline = {
	readonly today: Day;
	/** Days with facts: fifteen whole months and the current one up to yesterday, oldest first. */
	readonly days: readonly Day[];
	readonly months: readonly Month[];
	/** Whole months that have ended: the metrics feed has sent these. */
	readonly endedMonths: readonly Month[];
	readonly programme: { readonly start: Day; readonly end: Day };
	/** Index into `days` of the programme's first day. */
	readonly programmeStartIndex: number;
	/** Closed months an evaluation was run for, oldest first; the newest is in notice. */
	readonly evaluatedMonths: readonly Month[];
};

export function buildTimeline(today: Day): Timeline {
	const thisMonth = monthOf(today);
	const first = `${shiftMonth(thisMonth, -MONTHS_OF_FACTS)}-01`;
	const days = Array.from({ length: daysBetween(first, today) }, (_, index) => addDays(first, index));
	const months = [...new Set(days.map(monthOf))];
	const start = `${shiftMonth(thisMonth, -MONTHS_SINCE_PROGRAMME_START)}-01`;
	return {
		today,
		days,
		months,
		endedMonths: months.filter((month) => month < thisMonth),
		programme: { start, end: addMonths(start, 12) },
		programmeStartIndex: daysBetween(first, start),
		evaluatedMonths: trailingMonths(lastClosedMonth(today), EVALUATED_MONTHS),
	};
}

/** An instant in office hours: `hour` may have a fraction. */
export function instantOn(day: Day, hour: number): Date {
	return new Date(startOfDay(day).getTime() + Math.round(hour * 3_600_000));
}
