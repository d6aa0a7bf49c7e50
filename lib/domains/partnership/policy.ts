import { mayCause, partnerTransitions } from "@/lib/domains/admission/rules/transitions";
import type { PartnerEvent, PartnerStatus } from "@/lib/domains/admission/types";
import { effectiveDays, isReplyOpen } from "@/lib/domains/partnership/rules/exit-clock";
import type { ExitCaseRecord } from "@/lib/domains/partnership/types";
import { can, type Role } from "@/lib/platform/access/permissions";
import { businessDayOf, type Day } from "@/lib/platform/time";

type Person = { readonly userId: string; readonly role: Role };

/** Where a partner goes back to when an exit case ends and it stays: the status it had. */
export function returnEventOf(priorStatus: PartnerStatus): PartnerEvent {
	return priorStatus === "PROBATION" ? "return_to_probation" : "cancel_notice";
}

export function isOpenExit(exit: Pick<ExitCaseRecord, "state">): boolean {
	return exit.state === "NOTICE" || exit.state === "REPLIED";
}

/** Only the partner's owner answers a notice, and only inside its window. */
export function mayReply(
	exit: Pick<ExitCaseRecord, "state" | "kind" | "replyBy">,
	role: Role,
	today: Day,
): boolean {
	const isNotice = exit.state === "NOTICE" && exit.kind !== "VOLUNTARY";
	return isNotice && can(role, "partnership.leave") && isReplyOpen(exit.replyBy, today);
}

/** A request to leave may be taken back until it is decided. */
export function mayTakeBack(exit: Pick<ExitCaseRecord, "state" | "kind">, role: Role): boolean {
	return exit.kind === "VOLUNTARY" && isOpenExit(exit) && can(role, "partnership.leave");
}

export function mayLeave(status: PartnerStatus, role: Role): boolean {
	return can(role, "partnership.leave") && mayCause(partnerTransitions, status, "request_exit", "company");
}

export type DecisionObjection =
	| "DECIDED_BY_SOMEBODY_ELSE"
	| "CONFLICT_OF_INTEREST"
	| "REPLY_WINDOW_OPEN"
	| "TRANSITION_ILLEGAL";

/**
 * Why somebody cannot decide an exit now; null where they can. Whoever gave the notice has judged already, a declared
 * conflict binds, and nobody decides before the partner has answered or its window is over.
 */
export function objectionToDeciding(
	exit: Pick<ExitCaseRecord, "state" | "openedById" | "replyBy">,
	person: Person,
	hasConflict: boolean,
	today: Day,
): DecisionObjection | null {
	if (!isOpenExit(exit) || !can(person.role, "exit.manage")) return "TRANSITION_ILLEGAL";
	if (exit.openedById === person.userId) return "DECIDED_BY_SOMEBODY_ELSE";
	if (hasConflict) return "CONFLICT_OF_INTEREST";
	if (exit.state === "NOTICE" && isReplyOpen(exit.replyBy, today)) return "REPLY_WINDOW_OPEN";
	return null;
}

type ToDecide = Pick<ExitCaseRecord, "kind" | "wishedOn" | "openedAt">;

/** What speaks against one decision: a request to leave cannot be refused, and a day must be one of those allowed. */
export function objectionToDecision(
	exit: ToDecide,
	decision: { decision: "CONFIRMED" | "DISMISSED"; effectiveOn: Day },
	today: Day,
): { reason: "VOLUNTARY_NOT_REFUSED" | "EFFECTIVE_TOO_EARLY" | "EFFECTIVE_TOO_LATE"; day: Day } | null {
	if (decision.decision === "DISMISSED")
		return exit.kind === "VOLUNTARY" ? { reason: "VOLUNTARY_NOT_REFUSED", day: today } : null;
	const { from, to } = effectiveDays(
		{ wishedOn: exit.wishedOn, openedOn: businessDayOf(exit.openedAt) },
		today,
	);
	if (decision.effectiveOn < from) return { reason: "EFFECTIVE_TOO_EARLY", day: from };
	if (to !== null && decision.effectiveOn > to) return { reason: "EFFECTIVE_TOO_LATE", day: to };
	return null;
}
