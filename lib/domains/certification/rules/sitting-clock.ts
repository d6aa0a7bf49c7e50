/** An answer that left in time may arrive so much later and still counts; stated on the page before the start. */
export const GRACE_MS = 5_000;

/** Extra time is granted in whole percent of the blueprint's, such as 25. */
export function deadlineOf(
	startedAt: Date,
	{ minutes, extraPercent }: { minutes: number; extraPercent: number },
) {
	return new Date(startedAt.getTime() + Math.ceil((minutes * 60_000 * (100 + extraPercent)) / 100));
}

/** By the server's clock: the deadline and the grace still count, a millisecond later does not. */
export function isInTime(at: Date, deadlineAt: Date): boolean {
	return at.getTime() <= deadlineAt.getTime() + GRACE_MS;
}

export type WindowTimes = { readonly opensAt: Date; readonly closesAt: Date | null };

/** A window admits from its opening until before its close; who began in time has the whole time. */
export function mayBegin(at: Date, { opensAt, closesAt }: WindowTimes): boolean {
	return at >= opensAt && (closesAt === null || at < closesAt);
}

/**
 * Explanations are shown when nobody of the window can still be sitting: its close and the longest time given in it.
 * A continuous window never closes: there they come when the version of the question is no longer in use.
 */
export function explanationsFrom(closesAt: Date | null, longestMinutes: number): Date | null {
	return closesAt && new Date(closesAt.getTime() + longestMinutes * 60_000 + GRACE_MS);
}
