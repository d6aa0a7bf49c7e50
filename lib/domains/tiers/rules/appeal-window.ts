import type { AppealedRun } from "@/lib/domains/tiers/types/appeals";
import { addDays, type Day } from "@/lib/platform/time";

/**
 * The last business day on which a receipt of a run may be appealed (domain.md §3.1, §3.3): of a run in notice the last
 * day of the notice; of a final run the window's last day after the one it became final on. Null: the run cannot be
 * appealed at all, for nobody was shown it, it was dropped, or another took its place.
 */
export function lastTierAppealDay(run: AppealedRun, appealWindowDays: number): Day | null {
	if (run.status === "NOTICE") return run.noticeUntil;
	if (run.status !== "FINAL" || !run.isNewest || run.finalisedOn === null) return null;
	return addDays(run.finalisedOn, appealWindowDays);
}

/** Why a receipt cannot be appealed today; null where it can. The whole of the last day counts. */
export function objectionToFiling(
	run: AppealedRun,
	appealWindowDays: number,
	today: Day,
): { reason: "RUN_NOT_APPEALABLE" } | { reason: "APPEAL_WINDOW_CLOSED"; day: Day } | null {
	const last = lastTierAppealDay(run, appealWindowDays);
	if (last === null) return { reason: "RUN_NOT_APPEALABLE" };
	return today > last ? { reason: "APPEAL_WINDOW_CLOSED", day: last } : null;
}
