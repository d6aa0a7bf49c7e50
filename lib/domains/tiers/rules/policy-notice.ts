import { addDays, type Day } from "@/lib/platform/time";

/** Days between publication and the first day in force, and where more than so many partners change tier (domain.md §3.1). */
export const TIER_NOTICE_DAYS = 7;
export const TIER_NOTICE_DAYS_WHEN_MANY = 15;
export const MANY_PARTNERS = 50;

/** `changed`: partners whose tier another policy would change, by the replay of the last final period. */
export function tierNoticeDays(changed: number): number {
	return changed > MANY_PARTNERS ? TIER_NOTICE_DAYS_WHEN_MANY : TIER_NOTICE_DAYS;
}

/** The earliest day a policy published today may take effect; never before a version that is announced already. */
export function earliestPolicyDay(question: { today: Day; changed: number; latestEffectiveFrom: Day }): Day {
	const noticed = addDays(question.today, tierNoticeDays(question.changed));
	const { latestEffectiveFrom } = question;
	return [noticed, latestEffectiveFrom].sort().at(-1) ?? noticed;
}
