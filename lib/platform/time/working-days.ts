import { addDays, type Day, daysBetween } from "@/lib/platform/time";

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

// 1 January 2024 was a Monday.
const someMonday: Day = "2024-01-01";

/** Days of Monday–Friday from `someMonday` up to and including `day`. */
function weekdaysUpTo(day: Day): number {
	const days = daysBetween(someMonday, day) + 1;
	const weeks = Math.floor(days / 7);
	return weeks * 5 + Math.min(days - weeks * 7, 5);
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
	if (to <= from) return 0;
	let count = weekdaysUpTo(to) - weekdaysUpTo(from);
	for (const day of Object.keys(calendar))
		if (day > from && day <= to) count += Number(isWorkingDay(calendar, day)) - Number(isWorkingDay({}, day));
	return count;
}
