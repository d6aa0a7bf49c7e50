import type { ApplicationState, OwnActivation, OwnAppeal } from "@/lib/domains/admission/types";

/** Where an application stands in its company's eyes: its state, told apart by what is waited for. */
export type Standing =
	| Exclude<ApplicationState, "DRAFT">
	| "ACTIVATE"
	| "DEPOSIT_CHECK"
	| "APPEAL_OPEN"
	| "EXITED";
export type Turn = "platform" | "company" | "none";

const turns: Record<Standing, Turn> = {
	SUBMITTED: "platform",
	IN_REVIEW: "platform",
	CHANGES_REQUESTED: "company",
	APPROVED: "none",
	ACTIVATE: "company",
	DEPOSIT_CHECK: "platform",
	REJECTED: "none",
	APPEAL_OPEN: "platform",
	WITHDRAWN: "none",
	EXITED: "none",
};

type Activation = Pick<OwnActivation, "admittedOn" | "exitedOn"> & {
	readonly acceptance: unknown;
	readonly deposit: { readonly state: string } | null;
};

/** Whose turn it is, and for what: an approval waits for the agreement and the deposit, a rejection perhaps for its appeal. */
export function standingOf(
	state: Exclude<ApplicationState, "DRAFT">,
	activation: Activation | null,
	appeals: readonly Pick<OwnAppeal, "state">[],
): { standing: Standing; turn: Turn } {
	const standing = tellApart(state, activation, appeals);
	return { standing, turn: turns[standing] };
}

function tellApart(
	state: Exclude<ApplicationState, "DRAFT">,
	activation: Activation | null,
	appeals: readonly Pick<OwnAppeal, "state">[],
): Standing {
	if (state === "REJECTED" && appeals.some((appeal) => appeal.state === "OPEN")) return "APPEAL_OPEN";
	if (state !== "APPROVED" || !activation) return state;
	if (activation.exitedOn) return "EXITED";
	if (activation.admittedOn) return "APPROVED";
	return activation.acceptance && activation.deposit?.state === "REPORTED" ? "DEPOSIT_CHECK" : "ACTIVATE";
}

/** What an approved company still has to do itself. */
export function openSteps(activation: Activation): ("agreement" | "deposit")[] {
	const isPaid = activation.deposit?.state === "REPORTED" || activation.deposit?.state === "CONFIRMED";
	return [...(activation.acceptance ? [] : ["agreement" as const]), ...(isPaid ? [] : ["deposit" as const])];
}
