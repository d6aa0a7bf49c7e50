import {
	applicationTransitions,
	isOpenApplication,
	mayCause,
} from "@/lib/domains/admission/rules/transitions";
import type {
	ApplicationEvent,
	ApplicationState,
	ReviewStage,
	TransitionSide,
} from "@/lib/domains/admission/types";
import type { Role } from "@/lib/platform/access/permissions";

/** On which side of the transition table a role stands; null for those who only read. */
export function sideOf(role: Role): TransitionSide | null {
	if (role === "partner_owner" || role === "partner_member") return "company";
	if (role === "ops_reviewer") return "reviewer";
	return role === "ops_lead" ? "lead" : null;
}

export function mayMove(role: Role, state: ApplicationState, event: ApplicationEvent): boolean {
	const side = sideOf(role);
	return side !== null && mayCause(applicationTransitions, state, event, side);
}

/** How far a person of the platform is bound up with an application. The database knows the same and refuses too. */
export type Involvement = {
	/** They declared a conflict of interest with the applicant. */
	readonly hasConflict: boolean;
	/** They gave an opinion on the submission that is being reviewed. */
	readonly hasOpined: boolean;
	/** They decided an earlier submission, and an appeal overturned it. */
	readonly wasOverturned: boolean;
};

export const uninvolved: Involvement = { hasConflict: false, hasOpined: false, wasOverturned: false };

type Assigned = {
	readonly state: ApplicationState;
	readonly assigneeId: string | null;
	readonly reviewStage?: ReviewStage;
};
type Person = { readonly userId: string; readonly role: Role };

export type TakeRefusal =
	| "TRANSITION_ILLEGAL"
	| "CONFLICT_OF_INTEREST"
	| "REVIEWED_ANEW_BY_OTHERS"
	| "ALREADY_OPINED"
	| "LEAD_ONLY";

/** Why somebody cannot have a part in reviewing an application at its stage, whoever holds it; null where they can. */
function objectionToPart(
	application: Assigned,
	person: Person,
	involvement: Involvement,
): TakeRefusal | null {
	if (involvement.hasConflict) return "CONFLICT_OF_INTEREST";
	if (involvement.wasOverturned) return "REVIEWED_ANEW_BY_OTHERS";
	const isUnderReview = application.state === "IN_REVIEW";
	if (isUnderReview && involvement.hasOpined) return "ALREADY_OPINED";
	if (isUnderReview && application.reviewStage === "LEAD" && sideOf(person.role) !== "lead")
		return "LEAD_ONLY";
	return null;
}

/**
 * Why a reviewer cannot be given an application, by themselves or by a lead; null where they can: new work, work nobody
 * holds, or a colleague's (taking over).
 */
export function objectionToTaking(
	application: Assigned,
	person: Person,
	involvement: Involvement = uninvolved,
): TakeRefusal | null {
	const isWaiting =
		application.state === "SUBMITTED" ||
		(application.state === "IN_REVIEW" && application.assigneeId !== person.userId);
	if (!isWaiting || !mayMove(person.role, "SUBMITTED", "claim")) return "TRANSITION_ILLEGAL";
	return objectionToPart(application, person, involvement);
}

export function mayTake(application: Assigned, viewer: Person, involvement?: Involvement): boolean {
	return objectionToTaking(application, viewer, involvement) === null;
}

/** Why somebody may not decide an application in review, whoever holds it: bound to it, or its stage is for others. */
export function objectionToDeciding(
	application: Assigned,
	person: Person,
	involvement: Involvement,
): TakeRefusal | null {
	if (application.state !== "IN_REVIEW") return null;
	if (!mayMove(person.role, application.state, "reject")) return "TRANSITION_ILLEGAL";
	return objectionToPart(application, person, involvement);
}

/** Only whoever holds an application in review decides it; a colleague takes it over first. */
export function mayDecide(application: Assigned, userId: string): boolean {
	return application.state === "IN_REVIEW" && application.assigneeId === userId;
}

/** Only whoever holds it gives it back. */
export function mayRelease(application: Assigned, userId: string): boolean {
	return application.state === "IN_REVIEW" && application.assigneeId === userId;
}

export function mayWithdraw(state: ApplicationState): boolean {
	return isOpenApplication(state) && mayCause(applicationTransitions, state, "withdraw", "company");
}

/** How far a person is bound to the case an appeal is about. */
export type JudgeInvolvement = {
	/** They declared a conflict of interest with the company. */
	readonly hasConflict: boolean;
	/** They gave an opinion on the application, or asked for changes, at any time. */
	readonly hadPart: boolean;
};

/** Why somebody may not take or decide an appeal; null where they may. An appeal is decided by somebody else (domain.md §3.1). */
export function objectionToJudging(
	role: Role,
	{ hasConflict, hadPart }: JudgeInvolvement,
): "TRANSITION_ILLEGAL" | "CONFLICT_OF_INTEREST" | "APPEAL_NOT_IMPARTIAL" | null {
	if (!mayMove(role, "REJECTED", "reopen")) return "TRANSITION_ILLEGAL";
	if (hasConflict) return "CONFLICT_OF_INTEREST";
	return hadPart ? "APPEAL_NOT_IMPARTIAL" : null;
}

/** Only whoever holds an open appeal decides it or gives it back. */
export function mayReleaseAppeal(
	appeal: { state: string; assigneeId: string | null },
	userId: string,
): boolean {
	return appeal.state === "OPEN" && appeal.assigneeId === userId;
}
