import type { TimeFormat } from "@/lib/domains/gmv/types";
import { SHANGHAI_OFFSET_MS } from "@/lib/platform/time";

/** Hours, minutes, and seconds where there are some; with AM or PM as Americans write it. */
const CLOCK = String.raw`(?:[ T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s*([AP])\.?M\.?)?)?`;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[ T]?(\d\d):?(\d\d)(?::?(\d\d))?)?$/;
const numbered = {
	ymd: new RegExp(`^(\\d{4})[/.\\-](\\d{1,2})[/.\\-](\\d{1,2})${CLOCK}$`, "i"),
	dmy: new RegExp(`^(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})${CLOCK}$`, "i"),
	mdy: new RegExp(`^(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})${CLOCK}$`, "i"),
} as const;
/** Where year, month and day stand in the match. */
const places = { ymd: [1, 2, 3], dmy: [3, 2, 1], mdy: [3, 1, 2] } as const;
const UNIX = { unix: /^(\d{1,11})(?:\.\d+)?$/, "unix-ms": /^(\d{1,14})(?:\.0+)?$/ } as const;

const two = (text: string | undefined) => (text ?? "").padStart(2, "0");

/**
 * A time as another system writes it → "YYYY-MM-DD HH:MM:SS", Asia/Shanghai, as a file of our own form has it; null where
 * the text is not of that format. Without a time of day it is the beginning of the day; a zone, where one is named, is
 * taken into account. Whether the day exists is for the line check to say.
 */
export function readTime(format: TimeFormat, text: string): string | null {
	if (format === "unix" || format === "unix-ms") {
		const number = UNIX[format].exec(text)?.[1];
		return number === undefined ? null : inShanghai(Number(number) * (format === "unix" ? 1000 : 1));
	}
	if (format === "iso") return readIso(text);
	if (format === "compact") {
		const match = COMPACT.exec(text);
		return match && join([match[1], match[2], match[3]], [match[4], match[5], match[6]]);
	}
	const match = numbered[format].exec(text);
	if (!match) return null;
	const [year, month, day] = places[format];
	const hour = readHour(match[4], match[7]);
	return hour === null ? null : join([match[year], match[month], match[day]], [hour, match[5], match[6]]);
}

function join(day: readonly (string | undefined)[], clock: readonly (string | undefined)[]): string {
	return `${day.map(two).join("-")} ${clock.map(two).join(":")}`;
}

/** 12 AM is midnight, 12 PM is noon; null for an hour that no clock of twelve shows. */
function readHour(hour: string | undefined, half: string | undefined): string | undefined | null {
	if (hour === undefined || half === undefined) return hour;
	const number = Number(hour);
	if (number < 1 || number > 12) return null;
	return String((number % 12) + (half.toUpperCase() === "P" ? 12 : 0));
}

function readIso(text: string): string | null {
	const match = ISO.exec(text);
	if (!match) return null;
	const [, year, month, day, hour, minute, second, zone] = match;
	const local = join([year, month, day], [hour, minute, second]);
	if (zone === undefined) return local;
	const ms = Date.parse(`${local.replace(" ", "T")}Z`);
	// A day that does not exist is left for the line check, which names it as it stands.
	if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(local.slice(0, 10))) return local;
	return inShanghai(ms - offsetMs(zone));
}

function offsetMs(zone: string): number {
	if (/^z$/i.test(zone)) return 0;
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
	return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function inShanghai(ms: number): string {
	return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace("T", " ");
}
