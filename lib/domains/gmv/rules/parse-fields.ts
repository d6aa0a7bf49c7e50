import { earliestDay, maxInteger, maxLineFen } from "@/lib/domains/gmv/constants";
import type { RejectionCode } from "@/lib/domains/gmv/types";
import { addDays, type Day, isMonth, type Month, monthOf, SHANGHAI_OFFSET_MS } from "@/lib/platform/time";

const AMOUNT = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/;
const INTEGER = /^-?\d{1,15}$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)[ T]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A value, or the code that says why there is none. */
export type Parsed<T> = { value: T; code: null } | { value: null; code: RejectionCode };

function refuse(code: RejectionCode): Parsed<never> {
	return { value: null, code };
}

/**
 * CNY with at most two decimals, as a machine writes it ("83.40", "-5"), to exact fen. A number and not a bigint because
 * `maxLineFen` keeps it exact and five million of them are parsed in one file.
 */
export function parseFeedFen(text: string): Parsed<number> {
	const match = AMOUNT.exec(text);
	if (!match) return refuse(explainAmount(text));
	const [, minus, whole = "", fraction = ""] = match;
	const fen = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
	if (fen > maxLineFen) return refuse("AMOUNT_TOO_LARGE");
	return { value: minus && fen > 0 ? -fen : fen, code: null };
}

function explainAmount(text: string): RejectionCode {
	if (text === "") return "VALUE_MISSING";
	if (/^-?\d+\.\d{3,}$/.test(text)) return "AMOUNT_TOO_PRECISE";
	return /^-?\d{14,}(?:\.\d+)?$/.test(text) ? "AMOUNT_TOO_LARGE" : "AMOUNT_INVALID";
}

/** A whole number, as large as a PostgreSQL integer holds unless told otherwise. */
export function parseFeedInteger(text: string, max = maxInteger): Parsed<number> {
	if (INTEGER.test(text)) {
		const value = Number(text);
		return Math.abs(value) > max ? refuse("NUMBER_TOO_LARGE") : { value, code: null };
	}
	if (text === "") return refuse("VALUE_MISSING");
	return refuse(/^-?\d+$/.test(text) ? "NUMBER_TOO_LARGE" : "NUMBER_INVALID");
}

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** Days from 2000-01-01 to a day that exists. */
export function dayToNumber(day: Day): number {
	return (
		(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) - EPOCH_MS) /
		DAY_MS
	);
}

export function numberToDay(number: number): Day {
	return new Date(EPOCH_MS + number * DAY_MS).toISOString().slice(0, 10);
}

const monthNames: string[] = [];

/** The month of a numbered day, "2026-03"; remembered, because every line asks. */
export function monthOfDayNumber(number: number): Month {
	const known = monthNames[number];
	if (known !== undefined) return known;
	const month = monthOf(numberToDay(number));
	monthNames[number] = month;
	return month;
}

const FLAGS = new Map([
	["", null],
	["1", true],
	["true", true],
	["yes", true],
	["是", true],
	["0", false],
	["false", false],
	["no", false],
	["否", false],
]);

/** Yes or no, or null where the feed does not say. */
export function parseFeedFlag(text: string): Parsed<boolean | null> {
	const value = FLAGS.get(text.toLowerCase());
	return value === undefined ? refuse("FLAG_INVALID") : { value, code: null };
}

/** A calendar day that exists, between the first the portal takes and `latest`, both included, as its number. */
export function parseFeedDay(text: string, latest: Day): Parsed<number> {
	const match = DAY.exec(text);
	if (!match || !existsInCalendar(Number(match[1]), Number(match[2]), Number(match[3])))
		return refuse(text === "" ? "VALUE_MISSING" : "DATE_INVALID");
	return text < earliestDay || text > latest
		? refuse("DATE_OUT_OF_RANGE")
		: { value: dayToNumber(text), code: null };
}

/**
 * A month that is over, "2026-03", as the number of its first day; `latest` is the last day the portal takes anything of,
 * which is tomorrow.
 */
export function parseFeedMonth(text: string, latest: Day): Parsed<number> {
	if (!isMonth(text)) return refuse(text === "" ? "VALUE_MISSING" : "MONTH_INVALID");
	if (text >= monthOf(addDays(latest, -1))) return refuse("MONTH_NOT_ENDED");
	const first = `${text}-01`;
	return first < earliestDay ? refuse("DATE_OUT_OF_RANGE") : { value: dayToNumber(first), code: null };
}

export type FeedInstant = { dayNumber: number; second: number };

/** "2010-12-09 20:01:00" (or with a T), Asia/Shanghai, to its business day and seconds since 2000-01-01 UTC. */
export function parseFeedInstant(text: string, latest: Day): Parsed<FeedInstant> {
	const match = INSTANT.exec(text);
	if (!match) return refuse(text === "" ? "VALUE_MISSING" : "DATE_INVALID");
	const [, date = "", hour, minute, second] = match;
	const day = parseFeedDay(date, latest);
	if (day.code) return day;
	const ofDay = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
	return {
		value: { dayNumber: day.value, second: day.value * 86_400 + ofDay - SHANGHAI_OFFSET_MS / 1000 },
		code: null,
	};
}

function existsInCalendar(year: number, month: number, day: number): boolean {
	const days = MONTH_DAYS[month - 1];
	if (days === undefined || day < 1) return false;
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return day <= (month === 2 && isLeap ? 29 : days);
}

/** Text the database holds as it came: no NUL, and no sign of another encoding than UTF-8. */
export function checkText(text: string, max: number, required: boolean): RejectionCode | null {
	if (text === "") return required ? "VALUE_MISSING" : null;
	if (/[\0\uFFFD]/.test(text)) return "ENCODING_BROKEN";
	return text.length > max ? "TEXT_TOO_LONG" : null;
}
