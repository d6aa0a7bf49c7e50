import { judgeMaySit, type SitVerdict } from "@/lib/domains/certification/rules/may-sit";
import type { Day } from "@/lib/platform/time";

type Terms = Parameters<typeof judgeMaySit>[0];
type Input = Parameters<typeof judgeMaySit>[1] & {
	readonly opensOn: Day;
	/** Day of the close; null for a continuous window. */
	readonly closesOn: Day | null;
};

/**
 * Whether a seat of a window is of use to somebody: they may sit on its first day still to come, or waiting brings them
 * there on or before the day it closes. The exam asks again when it begins.
 */
export function judgeBooking(
	terms: Terms,
	{ opensOn, closesOn, today, ...candidate }: Input,
): SitVerdict & { readonly usableFrom?: Day } {
	const first = opensOn > today ? opensOn : today;
	const verdict = judgeMaySit(terms, { ...candidate, today: first });
	if (verdict.may || verdict.from === null) return verdict;
	if (closesOn !== null && verdict.from > closesOn) return verdict;
	const later = judgeMaySit(terms, { ...candidate, today: verdict.from });
	return later.may ? { ...later, usableFrom: verdict.from } : later;
}
