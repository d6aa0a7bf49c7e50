import type {
	ApplicationEvent,
	ApplicationState,
	PartnerEvent,
	PartnerStatus,
	TransitionSide,
} from "@/lib/domains/admission/types";

export type Transition<State, Event> = {
	readonly from: State;
	readonly event: Event;
	readonly to: State;
	readonly by: readonly TransitionSide[];
};

const company = ["company"] as const;
const reviewers = ["reviewer", "lead"] as const;
const lead = ["lead"] as const;

/**
 * Every legal move of an application (domain.md §3.1). Rules, buttons and tests read this table and no other.
 * Withdrawing is open in every state before a decision. Where four eyes are asked for, the first opinion leaves the
 * application in review. A rejection whose appeal succeeds is reopened.
 */
export const applicationTransitions: readonly Transition<ApplicationState, ApplicationEvent>[] = [
	{ from: "DRAFT", event: "submit", to: "SUBMITTED", by: company },
	{ from: "SUBMITTED", event: "claim", to: "IN_REVIEW", by: reviewers },
	{ from: "IN_REVIEW", event: "give_opinion", to: "IN_REVIEW", by: reviewers },
	{ from: "IN_REVIEW", event: "request_changes", to: "CHANGES_REQUESTED", by: reviewers },
	{ from: "IN_REVIEW", event: "approve", to: "APPROVED", by: reviewers },
	{ from: "IN_REVIEW", event: "reject", to: "REJECTED", by: reviewers },
	{ from: "REJECTED", event: "reopen", to: "SUBMITTED", by: reviewers },
	{ from: "CHANGES_REQUESTED", event: "submit", to: "SUBMITTED", by: company },
	{ from: "DRAFT", event: "withdraw", to: "WITHDRAWN", by: company },
	{ from: "SUBMITTED", event: "withdraw", to: "WITHDRAWN", by: company },
	{ from: "IN_REVIEW", event: "withdraw", to: "WITHDRAWN", by: company },
	{ from: "CHANGES_REQUESTED", event: "withdraw", to: "WITHDRAWN", by: company },
];

/**
 * Every legal move of a partner's life. It begins at `ACTIVE`, once an application is approved, the agreement signed
 * and the deposit recorded. A partner may ask to leave at any time before it has left; nobody can refuse the exit.
 */
export const partnerTransitions: readonly Transition<PartnerStatus, PartnerEvent>[] = [
	{ from: "ACTIVE", event: "warn", to: "PROBATION", by: ["lead", "system"] },
	{ from: "PROBATION", event: "recover", to: "ACTIVE", by: ["lead", "system"] },
	{ from: "ACTIVE", event: "give_notice", to: "EXIT_NOTICE", by: lead },
	{ from: "PROBATION", event: "give_notice", to: "EXIT_NOTICE", by: lead },
	{ from: "ACTIVE", event: "request_exit", to: "EXIT_NOTICE", by: company },
	{ from: "PROBATION", event: "request_exit", to: "EXIT_NOTICE", by: company },
	{ from: "EXIT_NOTICE", event: "cancel_notice", to: "ACTIVE", by: ["company", "lead"] },
	{ from: "EXIT_NOTICE", event: "return_to_probation", to: "PROBATION", by: ["company", "lead"] },
	{ from: "EXIT_NOTICE", event: "exit", to: "EXITED", by: lead },
];

/** Where an event leads from a state, or null where it is not allowed. */
export function nextState<State, Event>(
	table: readonly Transition<State, Event>[],
	from: State,
	event: Event,
): State | null {
	return table.find((row) => row.from === from && row.event === event)?.to ?? null;
}

/** The events a side may cause in a state: what its buttons are. */
export function eventsFrom<State, Event>(
	table: readonly Transition<State, Event>[],
	from: State,
	side: TransitionSide,
): Event[] {
	return table.filter((row) => row.from === from && row.by.includes(side)).map((row) => row.event);
}

/** Whether a side may cause an event in a state. */
export function mayCause<State, Event>(
	table: readonly Transition<State, Event>[],
	from: State,
	event: Event,
	side: TransitionSide,
): boolean {
	return eventsFrom(table, from, side).includes(event);
}

/** States nothing leads out of. */
export function isFinal<State, Event>(table: readonly Transition<State, Event>[], state: State): boolean {
	return !table.some((row) => row.from === state);
}

/** An application somebody still has to act on. */
export function isOpenApplication(state: ApplicationState): boolean {
	return nextState(applicationTransitions, state, "withdraw") !== null;
}

/** States in which the applicant may change the form: those it can submit from. */
export function isEditable(state: ApplicationState): boolean {
	return nextState(applicationTransitions, state, "submit") !== null;
}
