import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { RunWindows } from "@/lib/domains/tiers/types";
import { addDays, type Day, lastClosedMonth, shiftMonth, trailingRange } from "@/lib/platform/time";

/** The months a run as of a day looks at: its period is the last month closed for the policy's days (domain.md §3.3). */
export function runWindows(
	policy: Pick<TierPolicy, "gmvMonths" | "qualityMonths" | "minClosedDays">,
	asOf: Day,
): RunWindows {
	const period = lastClosedMonth(asOf, policy.minClosedDays);
	return {
		period,
		gmv: trailingRange(period, policy.gmvMonths),
		gmvBefore: trailingRange(shiftMonth(period, -policy.gmvMonths), policy.gmvMonths),
		quality: trailingRange(period, policy.qualityMonths),
	};
}

/** The windows of the month that had ended by `asOf`: whether it is closed long enough is asked of the clock, not of it. */
export function windowsEndedBy(
	policy: Pick<TierPolicy, "gmvMonths" | "qualityMonths">,
	asOf: Day,
): RunWindows {
	return runWindows({ ...policy, minClosedDays: 0 }, addDays(asOf, 1));
}
