import type { RowError, SpecialDay } from "@/lib/platform/calendar/types";
import { toHalfWidth } from "@/lib/platform/money";
import { addDays, type Day, daysBetween, isDay, lastDayOf } from "@/lib/platform/time";

export const firstYear = 2000;
export const lastYear = 2099;
/** The longest span one line may name. */
export const longestSpan = 31;
const longestName = 40;

const knownNames: Readonly<Record<string, string>> = {
	元旦: "New Year’s Day",
	春节: "Spring Festival",
	清明: "Qingming Festival",
	清明节: "Qingming Festival",
	劳动节: "Labour Day",
	端午: "Dragon Boat Festival",
	端午节: "Dragon Boat Festival",
	中秋: "Mid-Autumn Festival",
	中秋节: "Mid-Autumn Festival",
	国庆: "National Day",
	国庆节: "National Day",
};

const kinds: Readonly<Record<string, boolean>> = {
	休: false,
	放假: false,
	假日: false,
	节假日: false,
	holiday: false,
	off: false,
	班: true,
	补班: true,
	上班: true,
	调休上班: true,
	工作日: true,
	workday: true,
	work: true,
};

export function isWeekend(day: Day): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday === 0 || weekday === 6;
}

/** Every day from `from` to `to`, both included. */
export function daysOf(from: Day, to: Day): Day[] {
	return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

/** The weeks of a month, Monday first; null outside it. */
export function weeksOf(month: string): (Day | null)[][] {
	const first = `${month}-01`;
	const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
	const cells: (Day | null)[] = [...Array<null>(lead).fill(null), ...daysOf(first, lastDayOf(month))];
	while (cells.length % 7 > 0) cells.push(null);
	return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/**
 * The year whose arrangement ought to be entered by now and is not: the current one, and from November on the next,
 * which is when the State Council publishes it. Null when nothing is missing.
 */
export function missingYearOn(today: Day, years: readonly number[]): number | null {
	const year = Number(today.slice(0, 4));
	if (!years.includes(year)) return year;
	return today.slice(5) >= "11-01" && !years.includes(year + 1) ? year + 1 : null;
}

export type Span = Omit<SpecialDay, "day"> & { readonly from: Day; readonly to: Day };

/** Days in a row that are the same kind under the same name, as one line. */
export function spansOf(days: readonly SpecialDay[]): Span[] {
	const spans: Span[] = [];
	for (const { day, ...rest } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
		const last = spans.at(-1);
		const continues =
			last &&
			addDays(last.to, 1) === day &&
			last.isWorkday === rest.isWorkday &&
			last.nameZh === rest.nameZh &&
			last.nameEn === rest.nameEn;
		if (continues) spans[spans.length - 1] = { ...last, to: day };
		else {
			const { isWorkday, nameZh, nameEn } = rest;
			spans.push({ from: day, to: day, isWorkday, nameZh, nameEn });
		}
	}
	return spans;
}

/** 2026-1-1, 2026/01/01, 2026.1.1, 20260101 and 2026年1月1日, in full-width digits too; null for what is no day. */
export function readDay(text: string): Day | null {
	const cleaned = toHalfWidth(text);
	const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(cleaned);
	if (!match) return null;
	const [, year, longMonth, longDay, shortMonth, shortDay] = match;
	const day = `${year}-${(longMonth ?? shortMonth ?? "").padStart(2, "0")}-${(longDay ?? shortDay ?? "").padStart(2, "0")}`;
	return isDay(day) ? day : null;
}

/** Why a day cannot be entered as asked; null when it can. */
export function refuseDay(day: Day, isWorkday: boolean): string | null {
	const year = Number(day.slice(0, 4));
	if (year < firstYear || year > lastYear) return "YEAR_OUT_OF_RANGE";
	return isWorkday && !isWeekend(day) ? "ORDINARY_WORKDAY" : null;
}

type Line = { row: number; cells: string[] };
type Reading = { days: SpecialDay[]; errors: RowError[] };

/**
 * A pasted list, one span a line: `day or first~last, kind, Chinese name, English name`, by comma, tab or semicolon. A
 * heading line and empty lines are passed over; the English name of a known festival may be left out.
 */
export function readCalendarList(text: string): Reading {
	const reading: Reading = { days: [], errors: [] };
	const rows = text.split(/\r?\n/).map((line, index) => ({ row: index + 1, cells: splitLine(line) }));
	const lines = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
	const seen = new Map<Day, number>();
	for (const [index, line] of lines.entries()) {
		if (index === 0 && isHeading(line)) continue;
		readLine(line, reading, seen);
	}
	return reading;
}

function splitLine(line: string): string[] {
	return line
		.replace(/^\uFEFF/, "")
		.split(/[,，\t;；]/)
		.map((cell) =>
			cell
				.trim()
				.replace(/^"(.*)"$/, "$1")
				.trim(),
		);
}

function isHeading({ cells: [first = ""] }: Line): boolean {
	return !/\d/.test(toHalfWidth(first));
}

function readLine({ row, cells }: Line, reading: Reading, seen: Map<Day, number>): void {
	const [dayText = "", kindText = "", nameZh = "", nameEn = ""] = cells;
	const fail = (column: RowError["column"], code: string, text: string) => {
		reading.errors.push({ row, column, code, text });
	};
	const before = reading.errors.length;
	const span = readSpan(dayText);
	const isWorkday = kinds[kindText.toLowerCase()];
	if (!span.ok) fail("day", span.code, dayText);
	if (isWorkday === undefined) fail("kind", "KIND_UNKNOWN", kindText);
	const name = nameZh.slice(0, longestName + 1);
	if (name === "") fail("nameZh", "REQUIRED", "");
	else if (name.length > longestName) fail("nameZh", "TOO_LONG", name);
	const english = nameEn || knownNames[nameZh.replace(/调休上班$/, "")] || "";
	if (english === "") fail("nameEn", "REQUIRED", "");
	else if (english.length > 2 * longestName) fail("nameEn", "TOO_LONG", english.slice(0, 60));
	if (!span.ok || isWorkday === undefined || reading.errors.length > before) return;
	for (const day of daysOf(span.from, span.to)) {
		const refused = refuseDay(day, isWorkday);
		const earlier = seen.get(day);
		if (refused) fail("day", refused, day);
		else if (earlier !== undefined) fail("day", "DAY_TWICE", day);
		else {
			seen.set(day, row);
			reading.days.push({ day, isWorkday, nameZh, nameEn: english });
		}
	}
}

function readSpan(text: string): { ok: true; from: Day; to: Day } | { ok: false; code: string } {
	if (text === "") return { ok: false, code: "REQUIRED" };
	const [first = "", last = first, ...more] = text.split(/\s*(?:~|～|至|到|–|—|\.\.)\s*|\s+-\s+/);
	const [from, to] = [readDay(first), readDay(last)];
	if (!from || !to || more.length > 0) return { ok: false, code: "DAY_INVALID" };
	if (to < from) return { ok: false, code: "END_BEFORE_START" };
	return daysBetween(from, to) >= longestSpan ? { ok: false, code: "SPAN_TOO_LONG" } : { ok: true, from, to };
}
