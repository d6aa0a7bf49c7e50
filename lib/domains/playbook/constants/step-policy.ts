import type { StepPolicy } from "@/lib/domains/playbook/types/steps";

export const stepStates = ["OPEN", "CLOSED", "REOPENED"] as const;

/** The values of domain.md §3.7. */
export const stepPolicyV1: StepPolicy = {
	version: 1,
	windowDays: 28,
	streamers: 10,
	products: 3,
	burstHundredths: 200,
	publicShareBps: 3000,
	growthHundredths: 200,
	liveDays: 20,
	liveMinutes: 80 * 60,
	selfLiveShareBps: 2000,
	repurchaseDays: 30,
	repurchaseBps: 1500,
	privateShareBps: 2500,
	exclusiveProducts: 1,
	exclusiveOnSaleDays: 28,
	exclusiveShareBps: 1000,
	reopenAfterDays: 28,
};

/** A best week of fewer sales than this is shown with an interval. */
export const fewSales = 200;
