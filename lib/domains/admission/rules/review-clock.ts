import { addWorkingDays, workingDaysBetween } from "@/lib/domains/admission/rules/working-days";
import type { Day } from "@/lib/platform/time";

/** Where a submission stands against the time a decision may take. */
export type ReviewClock = {
	/** The last day on which a decision is in time. */
	dueOn: Day;
	level: "calm" | "soon" | "overdue";
	/** Working days left; 0 on the last day, negative once it is over. */
	workingDaysLeft: number;
};

/** The clock of a submission made on `submittedOn`, `slaWorkingDays` (policy) to decide it, as of `asOf`. */
export function readReviewClock(submittedOn: Day, slaWorkingDays: number, asOf: Day): ReviewClock {
	const dueOn = addWorkingDays(submittedOn, slaWorkingDays);
	if (asOf > dueOn) {
		// A weekend after the last day is late already, though no working day has passed.
		const over = Math.max(1, workingDaysBetween(dueOn, asOf));
		return { dueOn, level: "overdue", workingDaysLeft: -over };
	}
	const workingDaysLeft = workingDaysBetween(asOf, dueOn);
	return { dueOn, level: workingDaysLeft <= 1 ? "soon" : "calm", workingDaysLeft };
}
