import { addMonths, type Day } from "@/lib/platform/time";

/** The whole years and months from `founded` to `asOf`; zero when it lies ahead. */
export function ageOn(founded: Day, asOf: Day): { years: number; months: number } {
	if (founded > asOf) return { years: 0, months: 0 };
	const span = monthNumber(asOf) - monthNumber(founded);
	const whole = addMonths(founded, span) <= asOf ? span : span - 1;
	return { years: Math.floor(whole / 12), months: whole % 12 };
}

function monthNumber(day: Day): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
