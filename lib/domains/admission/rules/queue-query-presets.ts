import { addDays, type Day, monthOf, monthRange, shiftMonth } from "@/lib/platform/time";

export const periodPresets = [
	"today",
	"yesterday",
	"last7Days",
	"last30Days",
	"thisMonth",
	"lastMonth",
] as const;
export type PeriodPreset = (typeof periodPresets)[number];

/** Days of which both ends belong to the period. */
export type Period = { readonly from: Day; readonly to: Day };

/** The business days a preset means as of `today`; a period that runs on ends today. */
export function periodOf(preset: PeriodPreset, today: Day): Period {
	switch (preset) {
		case "today":
			return { from: today, to: today };
		case "yesterday":
			return { from: addDays(today, -1), to: addDays(today, -1) };
		case "last7Days":
			return { from: addDays(today, -6), to: today };
		case "last30Days":
			return { from: addDays(today, -29), to: today };
		case "thisMonth":
			return { from: monthRange(monthOf(today)).from, to: today };
		case "lastMonth": {
			const { from, to } = monthRange(shiftMonth(monthOf(today), -1));
			return { from, to: addDays(to, -1) };
		}
	}
}
