import type { FundTranche } from "@/lib/domains/fund/types";
import { type Day, daysBetween } from "@/lib/platform/time";

/** Days before it falls due on which the leads are told of a payment for the first time. */
export const NOTICE_DAYS = 7;

export type TrancheState = "PAID" | "OVERDUE" | "TODAY" | "SOON" | "LATER";

/** Where a planned payment stands on a business day. */
export function trancheState(
	{ dueOn, paidOn }: Pick<FundTranche, "dueOn" | "paidOn">,
	today: Day,
): TrancheState {
	if (paidOn !== null) return "PAID";
	const left = daysBetween(today, dueOn);
	if (left < 0) return "OVERDUE";
	if (left === 0) return "TODAY";
	return left <= NOTICE_DAYS ? "SOON" : "LATER";
}

/** What is planned and not paid yet. */
export function plannedFen(tranches: readonly Pick<FundTranche, "amount" | "paidOn">[]): bigint {
	return tranches.reduce((sum, one) => (one.paidOn === null ? sum + one.amount : sum), 0n);
}
