import {
	applicationTransitions,
	isOpenApplication,
	mayCause,
} from "@/lib/domains/admission/rules/transitions";
import type { ApplicationEvent, ApplicationState, TransitionSide } from "@/lib/domains/admission/types";
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

type Assigned = { readonly state: ApplicationState; readonly assigneeId: string | null };

/** Only whoever holds an application in review decides it; a colleague takes it over first. */
export function mayDecide(application: Assigned, userId: string): boolean {
	return application.state === "IN_REVIEW" && application.assigneeId === userId;
}

/** Whether a reviewer may make the application theirs: new work, work nobody holds, or a colleague's (taking over). */
export function mayTake(application: Assigned, viewer: { userId: string; role: Role }): boolean {
	if (application.state === "SUBMITTED") return mayMove(viewer.role, application.state, "claim");
	return (
		application.state === "IN_REVIEW" &&
		application.assigneeId !== viewer.userId &&
		mayMove(viewer.role, "SUBMITTED", "claim")
	);
}

/** Only whoever holds it gives it back. */
export function mayRelease(application: Assigned, userId: string): boolean {
	return application.state === "IN_REVIEW" && application.assigneeId === userId;
}

export function mayWithdraw(state: ApplicationState): boolean {
	return isOpenApplication(state) && mayCause(applicationTransitions, state, "withdraw", "company");
}
