import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ApplicationState, StandardResult } from "@/lib/domains/admission/types";
import { addDays, type Day } from "@/lib/platform/time";

type NoticeRules = Pick<
	AdmissionPolicy,
	"changeNoticeDays" | "changeNoticeDaysWhenMany" | "manyOpenApplications"
>;

/** Days of notice a change is owed under the rules in force; more than `manyOpenApplications` affected is many. */
export function noticeDaysFor(rules: NoticeRules, affected: number): number {
	const isMany = affected > rules.manyOpenApplications;
	return isMany ? Math.max(rules.changeNoticeDays, rules.changeNoticeDaysWhenMany) : rules.changeNoticeDays;
}

/**
 * The earliest day a change published today may take effect. Never before the day of a version published earlier: what
 * was announced last is what counts from then on.
 */
export function earliestEffectiveDay(
	rules: NoticeRules,
	{ today, affected, latestEffectiveFrom }: { today: Day; affected: number; latestEffectiveFrom: Day },
): Day {
	const noticed = addDays(today, noticeDaysFor(rules, affected));
	return latestEffectiveFrom > noticed ? latestEffectiveFrom : noticed;
}

/**
 * Whether a change of the standards affects an open application: it still has to be submitted, and will be judged by the
 * new version; or it stands submitted, and what the machine finds would come out differently, so that a return for
 * changes would meet other standards than the applicant knew.
 */
export function isAffected(
	state: ApplicationState,
	agreed: readonly StandardResult[],
	drafted: readonly StandardResult[],
): boolean {
	if (state === "DRAFT" || state === "CHANGES_REQUESTED") return true;
	if (state !== "SUBMITTED" && state !== "IN_REVIEW") return false;
	return failuresOf(agreed).join() !== failuresOf(drafted).join();
}

/** Ids of the standards that are not met, in a steady order. */
export function failuresOf(results: readonly StandardResult[]): string[] {
	return results
		.filter(({ status }) => status === "failed")
		.map(({ standardId }) => standardId)
		.sort();
}
