import type { StepPolicyDocument } from "@/lib/domains/playbook/types/step-policy";
import type { StepPolicy } from "@/lib/domains/playbook/types/steps";

export const stepStates = ["OPEN", "CLOSED", "REOPENED"] as const;

/** The values of domain.md §3.7. */
const firstFigures = {
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

/** Version 1 of the policy `steps`, as every portal begins with it; later versions are rows of the database. */
export const stepPolicyDocumentV1: StepPolicyDocument = { schemaVersion: 1, ...firstFigures };
export const stepPolicyV1: StepPolicy = { version: 1, ...firstFigures };

/** A best week of fewer sales than this is shown with an interval. */
export const fewSales = 200;

/**
 * Every figure of the policy in the order of the form: the step it belongs to (0: all of them), what it is counted in, how
 * far it may go, and whether more of it asks for more.
 */
export const stepFigures = [
	{ code: "windowDays", step: 0, unit: "days", min: 7, max: 90, more: "other" },
	{ code: "reopenAfterDays", step: 0, unit: "days", min: 1, max: 180, more: "easier" },
	{ code: "streamers", step: 1, unit: "count", min: 1, max: 10_000, more: "stricter" },
	{ code: "products", step: 1, unit: "count", min: 1, max: 10_000, more: "stricter" },
	{ code: "burstHundredths", step: 1, unit: "times", min: 1, max: 10_000, more: "stricter" },
	{ code: "publicShareBps", step: 2, unit: "share", min: 1, max: 10_000, more: "stricter" },
	{ code: "growthHundredths", step: 2, unit: "times", min: 1, max: 10_000, more: "stricter" },
	{ code: "liveDays", step: 3, unit: "days", min: 1, max: 90, more: "stricter" },
	{ code: "liveMinutes", step: 3, unit: "hours", min: 60, max: 90 * 24 * 60, more: "stricter" },
	{ code: "selfLiveShareBps", step: 3, unit: "share", min: 1, max: 10_000, more: "stricter" },
	{ code: "repurchaseDays", step: 4, unit: "days", min: 7, max: 180, more: "easier" },
	{ code: "repurchaseBps", step: 4, unit: "share", min: 1, max: 10_000, more: "stricter" },
	{ code: "privateShareBps", step: 4, unit: "share", min: 1, max: 10_000, more: "stricter" },
	{ code: "exclusiveProducts", step: 5, unit: "count", min: 1, max: 1_000, more: "stricter" },
	{ code: "exclusiveOnSaleDays", step: 5, unit: "days", min: 1, max: 365, more: "stricter" },
	{ code: "exclusiveShareBps", step: 5, unit: "share", min: 1, max: 10_000, more: "stricter" },
] as const;

/** Lengths that are part of what is stored of a day: a day keeps the lengths of the version it was judged under. */
export const storedLengths = ["windowDays", "repurchaseDays", "exclusiveOnSaleDays"] as const;
