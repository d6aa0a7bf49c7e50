import type { ApplicationState, ApplicationStep, BenefitStatus } from "@/lib/domains/benefits/types";
import type { Day } from "@/lib/platform/time";

/** Every legal move of an application, and nothing else: rules, buttons, mutations and tests read it. */
export const transitions: Readonly<
	Record<ApplicationState, Readonly<Partial<Record<ApplicationStep, ApplicationState>>>>
> = {
	APPLIED: { approveFirst: "SECOND", approve: "GRANTED", refuse: "REFUSED", withdraw: "WITHDRAWN" },
	SECOND: { approve: "GRANTED", refuse: "REFUSED", withdraw: "WITHDRAWN" },
	GRANTED: { use: "USED", expire: "EXPIRED", clawBack: "CLAWED_BACK" },
	USED: { use: "USED", report: "REPORTED", expire: "EXPIRED", clawBack: "CLAWED_BACK" },
	REPORTED: { use: "REPORTED", close: "CLOSED", expire: "CLOSED", clawBack: "CLAWED_BACK" },
	EXPIRED: { report: "CLOSED", clawBack: "CLAWED_BACK" },
	CLOSED: { clawBack: "CLAWED_BACK" },
	REFUSED: {},
	WITHDRAWN: {},
	CLAWED_BACK: {},
};

/** Where a step leads from a state; null where it may not be taken. */
export function nextState(state: ApplicationState, step: ApplicationStep): ApplicationState | null {
	return transitions[state][step] ?? null;
}

/** The states a step may be taken from. */
export function statesBefore(step: ApplicationStep): ApplicationState[] {
	return (Object.keys(transitions) as ApplicationState[]).filter((state) => nextState(state, step) !== null);
}

/** The life of a benefit itself: what is retired stays so. */
export const statusMoves: Readonly<Record<BenefitStatus, readonly BenefitStatus[]>> = {
	DRAFT: ["PUBLISHED", "RETIRED"],
	PUBLISHED: ["PAUSED", "RETIRED"],
	PAUSED: ["PUBLISHED", "RETIRED"],
	RETIRED: [],
};

/** Whether two different people decide on an amount (policy of the benefit: strictly above the stated one). */
export function needsTwo(amount: bigint, fourEyesAbove: bigint | null): boolean {
	return fourEyesAbove !== null && amount > fourEyesAbove;
}

/** Whether nothing of a grant can be used any more: it is spent, or its last day is over. */
export function isUsedUp(
	{ amount, spent, expiresOn }: { amount: bigint; spent: bigint; expiresOn: Day | null },
	today: Day,
): boolean {
	return spent >= amount || (expiresOn !== null && today > expiresOn);
}
