import type { LimitPeriod } from "@/lib/domains/benefits/types";
import { addDays, type Day } from "@/lib/platform/time";

/** The first day of the period a limit counts in (Shanghai business days); EVER begins before everything. */
export function periodStart(period: LimitPeriod, today: Day): Day {
	const [year = "1970", month = "01"] = today.split("-");
	if (period === "MONTH") return `${year}-${month}-01`;
	if (period === "QUARTER")
		return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
	return period === "YEAR" ? `${year}-01-01` : "1970-01-01";
}

/** The last business day on which a grant can be used: `validDays` after the day of the grant; null: without an end. */
export function lastDay(grantedOn: Day, validDays: number | null): Day | null {
	return validDays === null ? null : addDays(grantedOn, validDays);
}
