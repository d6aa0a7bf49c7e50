import type { DatePreset, Grain } from "@/lib/domains/gmv/schema/explorer";
import {
	addDays,
	addMonths,
	type Day,
	type DayRange,
	daysBetween,
	isDay,
	monthOf,
	monthRange,
	shiftMonth,
} from "@/lib/platform/time";

/** Three years: what a question may span. */
export const maxRangeDays = 1_096;
/** More days than a chart has points for; weeks and months remain. */
export const maxDayPoints = 400;

/**
 * The days a preset means, seen from today. 近7日 and 近30日 end yesterday, for today is not over; 本月 runs through today.
 * A custom range names its first and last day; put the wrong way round it is turned, and one that is too long keeps its end.
 */
export function resolveRange(preset: DatePreset, today: Day, from: string, to: string): DayRange {
	const tomorrow = addDays(today, 1);
	switch (preset) {
		case "today":
			return { from: today, to: tomorrow };
		case "yesterday":
			return { from: addDays(today, -1), to: today };
		case "last7":
			return { from: addDays(today, -7), to: today };
		case "last30":
			return { from: addDays(today, -30), to: today };
		case "month":
			return { from: monthRange(monthOf(today)).from, to: tomorrow };
		case "lastMonth":
			return monthRange(shiftMonth(monthOf(today), -1));
		case "custom":
			return customRange(today, from, to);
	}
}

function customRange(today: Day, from: string, to: string): DayRange {
	const given = [from, to].filter(isDay);
	const [first = addDays(today, -30), last = first] = given.sort();
	const end = addDays(given.length === 0 ? addDays(today, -1) : last, 1);
	const earliest = addDays(end, -maxRangeDays);
	return { from: first < earliest ? earliest : first, to: end };
}

function isWholeMonths(range: DayRange): boolean {
	return range.from.endsWith("-01") && range.to.endsWith("-01") && range.from < range.to;
}

function monthsIn(range: DayRange): number {
	const count = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	return count(range.to) - count(range.from);
}

/** The same days `months` earlier; the last day of a month stays its last. */
function shiftRange(range: DayRange, months: number): DayRange {
	const last = addDays(range.to, -1);
	return { from: addMonths(range.from, months), to: addDays(addMonths(last, months), 1) };
}

/**
 * 环比: whole months compare with as many months before; the month so far with the same days of the month before; any
 * other range with as many days before it.
 */
export function periodBefore(range: DayRange): DayRange {
	if (isWholeMonths(range)) return { from: addMonths(range.from, -monthsIn(range)), to: range.from };
	if (range.from.endsWith("-01") && monthOf(range.from) === monthOf(addDays(range.to, -1)))
		return shiftRange(range, -1);
	return { from: addDays(range.from, -daysBetween(range.from, range.to)), to: range.from };
}

/** 同比: the same days a year earlier; 29 February compares with the 28th. */
export function yearBefore(range: DayRange): DayRange {
	if (isWholeMonths(range)) return { from: addMonths(range.from, -12), to: addMonths(range.to, -12) };
	return shiftRange(range, -12);
}

/** The grains a range can be drawn in, the finest first. */
export function grainsOf(range: DayRange): Grain[] {
	return daysBetween(range.from, range.to) <= maxDayPoints ? ["day", "week", "month"] : ["week", "month"];
}

/** What was asked for where the range allows it; else days for two months, weeks for half a year, months beyond. */
export function chooseGrain(range: DayRange, asked: Grain | undefined): Grain {
	if (asked && grainsOf(range).includes(asked)) return asked;
	const days = daysBetween(range.from, range.to);
	if (days <= 62) return "day";
	return days <= 184 ? "week" : "month";
}

/** The whole months inside a range and the days before and after them. Without a whole month everything is `before`. */
export function splitMonths(range: DayRange): { before: DayRange; months: DayRange; after: DayRange } {
	const first = range.from.endsWith("-01") ? range.from : addMonths(`${monthOf(range.from)}-01`, 1);
	const last = `${monthOf(range.to)}-01`;
	if (first >= last)
		return {
			before: range,
			months: { from: range.to, to: range.to },
			after: { from: range.to, to: range.to },
		};
	return {
		before: { from: range.from, to: first },
		months: { from: first, to: last },
		after: { from: last, to: range.to },
	};
}

/** Every bucket a range touches, oldest first: days, Mondays of weeks, firsts of months. */
export function listBuckets(range: DayRange, grain: Grain): Day[] {
	const buckets: Day[] = [];
	for (let day = bucketOf(range.from, grain); day < range.to; day = nextBucket(day, grain)) buckets.push(day);
	return buckets;
}

/** The bucket of a day: itself, the Monday of its week, the first of its month. */
export function bucketOf(day: Day, grain: Grain): Day {
	if (grain === "day") return day;
	if (grain === "month") return `${monthOf(day)}-01`;
	// 2024-01-01 was a Monday.
	const since = daysBetween("2024-01-01", day);
	return addDays(day, -(((since % 7) + 7) % 7));
}

function nextBucket(day: Day, grain: Grain): Day {
	if (grain === "month") return addMonths(day, 1);
	return addDays(day, grain === "day" ? 1 : 7);
}
