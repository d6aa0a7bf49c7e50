import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { RunWindows } from "@/lib/domains/tiers/types";
import { type Day, lastClosedMonth, shiftMonth, trailingRange } from "@/lib/platform/time";

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
