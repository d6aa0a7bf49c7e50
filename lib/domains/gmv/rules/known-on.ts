import { addDays, businessDayOf, type Day, isDay } from "@/lib/platform/time";

/** `YYYY-MM-DDTHH:MM`, as a date-time field of a form has it. */
export function isMinute(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10));
}

/** The instant of a minute in Asia/Shanghai; null where none is named. */
export function parseKnownOn(text: string): Date | null {
	return isMinute(text) ? new Date(`${text}:00+08:00`) : null;
}

/** The last business day a fact known at an instant can be of: feeds take lines up to a day ahead. */
export function lastDayKnown(at: Date): Day {
	return addDays(businessDayOf(at), 1);
}
