import type { Day } from "@/lib/platform/time";
import { type WorkCalendar, workingDaysBetween } from "@/lib/platform/time/working-days";

/** Where a submission stands against the time a decision may take. */
export type ReviewClock = {
	/** The last day on which a decision is in time. */
	dueOn: Day;
	level: "calm" | "soon" | "overdue";
	/** Working days left; 0 on the last day, negative once it is over. */
	workingDaysLeft: number;
};

/** The clock of work that is due on `dueOn`, as of `asOf`, in working days of the calendar. */
export function readReviewClock(calendar: WorkCalendar, dueOn: Day, asOf: Day): ReviewClock {
	if (asOf > dueOn) {
		// A weekend after the last day is late already, though no working day has passed.
		const over = Math.max(1, workingDaysBetween(calendar, dueOn, asOf));
		return { dueOn, level: "overdue", workingDaysLeft: -over };
	}
	const workingDaysLeft = workingDaysBetween(calendar, asOf, dueOn);
	return { dueOn, level: workingDaysLeft <= 1 ? "soon" : "calm", workingDaysLeft };
}
