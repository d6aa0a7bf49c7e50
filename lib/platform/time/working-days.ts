import { addDays, type Day } from "@/lib/platform/time";

/**
 * Days that differ from Monday–Friday: `true` for a weekend day that is worked, `false` for a public holiday. Data of the
 * table `calendar_days`; a plain object, so that it travels to the browser as it is.
 */
export type WorkCalendar = Readonly<Record<Day, boolean>>;

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return calendar[day] ?? (weekday !== 0 && weekday !== 6);
}

/** The working day `count` working days after `day`; `day` itself where `count` is 0. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
	let current = day;
	for (let left = count; left > 0; ) {
		current = addDays(current, 1);
		if (isWorkingDay(calendar, current)) left--;
	}
	return current;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
	let count = 0;
	for (let current = from; current < to; ) {
		current = addDays(current, 1);
		if (isWorkingDay(calendar, current)) count++;
	}
	return count;
}
