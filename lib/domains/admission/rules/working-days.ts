import { addDays, type Day } from "@/lib/platform/time";

/**
 * The working day `count` working days after `day`. Monday to Friday for now: public holidays and make-up working days
 * come with the calendar table, which then replaces `isWorkingDay` for every SLA.
 */
export function addWorkingDays(day: Day, count: number): Day {
	let current = day;
	for (let left = count; left > 0; ) {
		current = addDays(current, 1);
		if (isWorkingDay(current)) left--;
	}
	return current;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
	let count = 0;
	for (let current = from; current < to; ) {
		current = addDays(current, 1);
		if (isWorkingDay(current)) count++;
	}
	return count;
}

export function isWorkingDay(day: Day): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday !== 0 && weekday !== 6;
}
