import { businessDayOf, type Day } from "@/lib/platform/time";
import { type WorkCalendar, workingDaysBetween } from "@/lib/platform/time/working-days";

/** One submission and what it came to: approved, rejected, or sent back for changes. */
export type Conclusion = {
	readonly event: "approve" | "reject" | "request_changes";
	readonly track: string | null;
	/** Who gave the deciding opinion. */
	readonly reviewerId: string | null;
	readonly submittedAt: Date;
	readonly concludedAt: Date;
	/** Working days the standards allowed. */
	readonly allowedDays: number;
	/** The appeal against a rejection. */
	readonly appeal: "OPEN" | "DISMISSED" | "OVERTURNED" | "WITHDRAWN" | null;
};

/** The middle value; the mean of the two in the middle where their number is even. Null of nothing. */
export function medianOf(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) return null;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The smallest value that nine in ten do not exceed (nearest rank). Null of nothing. */
export function p90Of(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null;
}

/** A share with what it is a share of; without anything to count there is no share. */
export type Share = { readonly part: number; readonly of: number };

export type DecisionNumbers = {
	readonly concluded: number;
	/** Working days from submission to conclusion. */
	readonly medianDays: number | null;
	readonly p90Days: number | null;
	readonly inTime: Share;
	readonly approval: Share;
	readonly changes: Share;
	readonly appealed: Share;
	readonly overturned: Share;
};

/** Working days from the submission to its conclusion; 0 on the same day. */
export function daysToConclude(calendar: WorkCalendar, { submittedAt, concludedAt }: Conclusion): number {
	return workingDaysBetween(calendar, businessDayOf(submittedAt), businessDayOf(concludedAt));
}

/**
 * The lead's figures of some conclusions. Approvals are counted among final decisions, appeals among rejections,
 * overturned ones among appeals that were decided.
 */
export function summariseConclusions(
	calendar: WorkCalendar,
	conclusions: readonly Conclusion[],
): DecisionNumbers {
	const days = conclusions.map((one) => daysToConclude(calendar, one));
	const count = (test: (one: Conclusion) => boolean) => conclusions.filter(test).length;
	const rejected = count((one) => one.event === "reject");
	const approved = count((one) => one.event === "approve");
	return {
		concluded: conclusions.length,
		medianDays: medianOf(days),
		p90Days: p90Of(days),
		inTime: {
			part: conclusions.filter((one, index) => (days[index] ?? 0) <= one.allowedDays).length,
			of: conclusions.length,
		},
		approval: { part: approved, of: approved + rejected },
		changes: { part: count((one) => one.event === "request_changes"), of: conclusions.length },
		appealed: { part: count((one) => one.appeal !== null), of: rejected },
		overturned: {
			part: count((one) => one.appeal === "OVERTURNED"),
			of: count((one) => one.appeal === "OVERTURNED" || one.appeal === "DISMISSED"),
		},
	};
}

/** Basis points; null without anything to count. */
export function shareBps({ part, of }: Share): number | null {
	return of === 0 ? null : Math.round((part * 10_000) / of);
}

/** How long open work has waited, in working days: `to` belongs to its bucket, the last has no end. */
export const ageBuckets = [
	{ key: "d1", from: 0, to: 1 },
	{ key: "d3", from: 2, to: 3 },
	{ key: "d5", from: 4, to: 5 },
	{ key: "d10", from: 6, to: 10 },
	{ key: "more", from: 11, to: Number.POSITIVE_INFINITY },
] as const;
export type AgeBucket = (typeof ageBuckets)[number]["key"];

export function countAges(
	calendar: WorkCalendar,
	submittedOn: readonly { day: Day; count: number }[],
	today: Day,
): { key: AgeBucket; count: number }[] {
	const ages = submittedOn.map(({ day, count }) => ({
		age: workingDaysBetween(calendar, day, today),
		count,
	}));
	return ageBuckets.map(({ key, from, to }) => ({
		key,
		count: ages.filter(({ age }) => age >= from && age <= to).reduce((sum, { count }) => sum + count, 0),
	}));
}
