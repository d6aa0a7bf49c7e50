import "server-only";
import { readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { readLastPeriod } from "@/lib/domains/tiers/data/read-runs";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { nextRun } from "@/lib/domains/tiers/rules/next-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { businessDayOf, lastDayOf } from "@/lib/platform/time";

/** Starts the run of the month that is due, if one is and none is under way; what refuses it is for people to see. */
export async function startDueRun(now: Date): Promise<string | null> {
	const today = businessDayOf(now);
	const [{ tierPolicy }, lastPeriod] = await Promise.all([readRunPolicies(today), readLastPeriod()]);
	const next = nextRun(lastPeriod, tierPolicy.document.minClosedDays, today);
	if (!next.isDue) return null;
	const started = await startRun({ asOf: lastDayOf(next.period), actor: systemActor("schedule"), now });
	return started.ok ? started.runId : null;
}
