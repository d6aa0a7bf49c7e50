import "server-only";
import { readStandards, readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { type ReviewClock, readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Day } from "@/lib/platform/time";

/** How long there is to decide; null before the first submission. */
export async function clockOf(application: ApplicationRecord, today: Day): Promise<ReviewClock | null> {
	if (!application.dueOn) return null;
	return readReviewClock(await readWorkCalendar(), application.dueOn, today);
}

/** The standards an application is judged by: those it was submitted under, those in force before that. */
export function policyOf(application: ApplicationRecord | null, today: Day) {
	const isOpenForm =
		!application || application.state === "DRAFT" || application.state === "CHANGES_REQUESTED";
	return isOpenForm || application.policyVersion === null
		? readStandards(today)
		: readStandardsVersion(application.policyVersion);
}
