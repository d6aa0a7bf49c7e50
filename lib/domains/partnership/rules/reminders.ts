import { reminderDays } from "@/lib/domains/partnership/constants";
import { addDays, type Day } from "@/lib/platform/time";

export type Reminder = { kind: "before"; days: number } | { kind: "overdue" };

/**
 * The reminder a verification is at, or null before the first one. A day the scheduler missed is made up for by the
 * nearest mark passed. A mark on or before the opening day is left out: the opening itself said it. The due day is in time.
 */
export function reminderOf(verification: { openedOn: Day; dueOn: Day }, today: Day): Reminder | null {
	const { openedOn, dueOn } = verification;
	if (today > dueOn) return { kind: "overdue" };
	const passed = reminderDays.filter((days) => {
		const mark = addDays(dueOn, -days);
		return mark > openedOn && mark <= today;
	});
	const days = passed.at(-1);
	return days === undefined ? null : { kind: "before", days };
}
