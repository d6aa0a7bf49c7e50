/**
 * Business days and months of Asia/Shanghai. The offset is a fixed UTC+8: China last used summer time in
 * 1991, and every fact the portal holds is later. Nothing here reads a clock: "now" comes in.
 */

/** 'YYYY-MM-DD'. Days compare correctly as strings. */
export type Day = string;
/** 'YYYY-MM'. */
export type Month = string;
/** Half-open: `from` belongs to it, `to` does not. */
export type DayRange = { readonly from: Day; readonly to: Day };

export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export function isDay(text: string): boolean {
	if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
	const ms = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

export function isMonth(text: string): boolean {
	return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

function dayToMs(day: Day): number {
	if (!isDay(day)) throw new Error("BAD_DAY");
	return Date.parse(`${day}T00:00:00Z`);
}

function msToDay(ms: number): Day {
	return new Date(ms).toISOString().slice(0, 10);
}

function monthIndex(month: Month): number {
	if (!isMonth(month)) throw new Error("BAD_MONTH");
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(index: number): Month {
	return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** The business day an instant falls on. */
export function businessDayOf(instant: Date): Day {
	return msToDay(instant.getTime() + SHANGHAI_OFFSET_MS);
}

/** The instant at which a business day begins (00:00 Asia/Shanghai). */
export function startOfDay(day: Day): Date {
	return new Date(dayToMs(day) - SHANGHAI_OFFSET_MS);
}

export function addDays(day: Day, days: number): Day {
	return msToDay(dayToMs(day) + days * DAY_MS);
}

/** `to` − `from` in days; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return (dayToMs(to) - dayToMs(from)) / DAY_MS;
}

export function shiftMonth(month: Month, months: number): Month {
	return monthAt(monthIndex(month) + months);
}

/** The same day of another month, or that month's last day where it is shorter (01-31 + 1 → 02-28). */
export function addMonths(day: Day, months: number): Day {
	dayToMs(day);
	const month = shiftMonth(monthOf(day), months);
	const last = lastDayOf(month);
	const same = `${month}-${day.slice(8)}`;
	return same < last ? same : last;
}

export function monthOf(day: Day): Month {
	return day.slice(0, 7);
}

export function monthRange(month: Month): DayRange {
	return { from: `${month}-01`, to: `${shiftMonth(month, 1)}-01` };
}

export function lastDayOf(month: Month): Day {
	return addDays(monthRange(month).to, -1);
}

/** `n` whole months ending with `month`, oldest first. */
export function trailingMonths(month: Month, n: number): Month[] {
	const last = monthIndex(month);
	return Array.from({ length: n }, (_, i) => monthAt(last - n + 1 + i));
}

/** The days of `n` whole months ending with `month`. */
export function trailingRange(month: Month, n: number): DayRange {
	return { from: `${shiftMonth(month, 1 - n)}-01`, to: monthRange(month).to };
}

/**
 * The latest month that ended at least `minClosedDays` before `asOf` begins (domain.md §3.3): November closes at
 * 12-01 00:00 and is usable from 12-15 on with 14 days.
 */
export function lastClosedMonth(asOf: Day, minClosedDays = 14): Month {
	return shiftMonth(monthOf(addDays(asOf, -minClosedDays)), -1);
}
