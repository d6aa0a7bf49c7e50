import { addDays, type Day, startOfDay } from "@/lib/platform/time";

/** Sunday first. Followers watch at the weekend. */
const weekly = [1.09, 0.94, 0.92, 0.94, 0.97, 1.03, 1.11] as const;

/** January first. What a year looks like for a group of goods, peaks apart. */
const yearly = {
	wear: [1.0, 0.8, 1.02, 1.0, 0.96, 0.92, 0.84, 0.9, 1.06, 1.16, 1.22, 1.12],
	beauty: [0.94, 0.9, 1.12, 1.0, 1.04, 1.0, 0.92, 0.96, 1.02, 1.06, 1.08, 0.96],
	food: [1.3, 1.04, 0.92, 0.92, 0.94, 0.94, 0.9, 0.94, 1.08, 1.0, 1.0, 1.02],
	home: [0.98, 0.8, 1.06, 1.04, 1.02, 1.0, 0.96, 0.98, 1.02, 1.04, 1.06, 1.04],
} as const;
export type SeasonGroup = keyof typeof yearly;

type Peak = { readonly from: string; readonly to: string; readonly factor: number };

/** The trade's calendar; `MM-DD`, both ends belong to a peak. The lull after a peak is a factor below 1. */
const peaks: readonly Peak[] = [
	{ from: "03-04", to: "03-08", factor: 1.4 },
	{ from: "05-18", to: "05-20", factor: 1.2 },
	{ from: "06-01", to: "06-15", factor: 1.35 },
	{ from: "06-16", to: "06-18", factor: 2.5 },
	{ from: "06-19", to: "06-24", factor: 0.8 },
	{ from: "08-16", to: "08-18", factor: 1.45 },
	{ from: "10-20", to: "10-31", factor: 1.3 },
	{ from: "11-01", to: "11-05", factor: 1.7 },
	{ from: "11-06", to: "11-08", factor: 1.35 },
	{ from: "11-09", to: "11-10", factor: 2.1 },
	{ from: "11-11", to: "11-11", factor: 3.6 },
	{ from: "11-12", to: "11-18", factor: 0.78 },
	{ from: "12-10", to: "12-12", factor: 1.55 },
];

/** 年货节 and the holiday itself, in days from the first day of the lunar year. */
const lunarPeaks = [
	{ from: -27, to: -10, factor: 1.65 },
	{ from: -9, to: -4, factor: 0.95 },
	{ from: -3, to: 5, factor: 0.52 },
	{ from: 6, to: 10, factor: 0.8 },
] as const;

const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", {
	month: "numeric",
	day: "numeric",
	timeZone: "Asia/Shanghai",
});

function isLunarNewYear(day: Day): boolean {
	const parts = lunar.formatToParts(startOfDay(day));
	const value = (type: string) => parts.find((part) => part.type === type)?.value;
	return value("month") === "1" && value("day") === "1";
}

/** The first day of the lunar year that begins in a solar year: always between 21 January and 20 February. */
function lunarNewYearOf(year: string): Day {
	for (let offset = 0; offset <= 31; offset++) {
		const day = addDays(`${year}-01-20`, offset);
		if (isLunarNewYear(day)) return day;
	}
	throw new Error("NO_LUNAR_NEW_YEAR");
}

/** The factor of the trade's calendar for each day: 1 on an ordinary one. */
export function peakFactors(days: readonly Day[]): Float64Array {
	const factors = new Float64Array(days.length).fill(1);
	const index = new Map(days.map((day, position) => [day, position]));
	const raise = (day: Day, factor: number) => {
		const position = index.get(day);
		if (position !== undefined) factors[position] = factor;
	};
	days.forEach((day, position) => {
		const date = day.slice(5);
		const peak = peaks.find((candidate) => candidate.from <= date && date <= candidate.to);
		if (peak) factors[position] = peak.factor;
	});
	for (const year of new Set(days.map((day) => day.slice(0, 4)))) {
		const newYear = lunarNewYearOf(year);
		for (const peak of lunarPeaks)
			for (let offset = peak.from; offset <= peak.to; offset++) raise(addDays(newYear, offset), peak.factor);
	}
	return factors;
}

/** Week and season of a group of goods for each day, without the peaks. */
export function seasonFactors(days: readonly Day[], group: SeasonGroup): Float64Array {
	return Float64Array.from(days, (day) => {
		const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
		// Between mid-months the season moves gradually; a step on the first of a month would show in every curve.
		const position = Number(day.slice(5, 7)) - 1 + (Number(day.slice(8)) - 15) / 30;
		const lower = Math.floor(position);
		const at = (month: number) => yearly[group][(month + 12) % 12] ?? 1;
		const season = at(lower) + (at(lower + 1) - at(lower)) * (position - lower);
		return (weekly[weekday] ?? 1) * season;
	});
}
