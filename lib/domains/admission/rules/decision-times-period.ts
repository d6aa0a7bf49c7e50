import { addDays, addMonths, type Day, type Month, monthOf, shiftMonth } from "@/lib/platform/time";
import { type Period, periodOf } from "./queue-query-presets";

export const numbersPeriods = ["last30Days", "thisMonth", "lastMonth", "last90Days", "last12Months"] as const;
export type NumbersPeriod = (typeof numbersPeriods)[number];

/** The period an address asks for; without one the last twelve months. */
export function parseNumbersPeriod(value: unknown): NumbersPeriod {
	return numbersPeriods.find((period) => period === value) ?? "last12Months";
}

export function daysOfPeriod(period: NumbersPeriod, today: Day): Period {
	if (period === "last90Days") return { from: addDays(today, -89), to: today };
	if (period === "last12Months") return { from: addDays(addMonths(today, -12), 1), to: today };
	return periodOf(period, today);
}

/** The months a period touches, oldest first. */
export function monthsOf({ from, to }: Period): Month[] {
	const months: Month[] = [];
	for (let month = monthOf(from); month <= monthOf(to); month = shiftMonth(month, 1)) months.push(month);
	return months;
}
