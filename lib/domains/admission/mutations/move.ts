import "server-only";
import { applicationTransitions, mayCause, nextState } from "@/lib/domains/admission/rules/transitions";
import type {
	ApplicationEvent,
	ApplicationRecord,
	ApplicationState,
	TransitionSide,
} from "@/lib/domains/admission/types";
import type { Workspace } from "@/lib/platform/access/permissions";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";

type Change = {
	actor: Actor;
	/** Columns that change with the state; the state and the version are this file's. */
	data?: Omit<Prisma.ApplicationUncheckedUpdateManyInput, "id" | "state" | "version">;
	/** Beside the state and the version, for the audit. */
	before?: Prisma.InputJsonObject;
	after?: Prisma.InputJsonObject;
	reason?: string;
};

type Moved = { version: number; state: ApplicationState };

/** Moves an application along an edge of the transition table, or refuses. */
export async function moveApplication(
	tx: Tx,
	application: ApplicationRecord,
	move: Change & { event: ApplicationEvent; side: TransitionSide },
): Promise<Outcome<Moved>> {
	const to = nextState(applicationTransitions, application.state, move.event);
	if (!to || !mayCause(applicationTransitions, application.state, move.event, move.side)) {
		return refuse("TRANSITION_ILLEGAL");
	}
	return writeChange(tx, application, { ...move, to });
}

/** Changes who holds an application; its state stays. */
export function reassignApplication(
	tx: Tx,
	application: ApplicationRecord,
	change: Change & { event: "release" | "take_over" | "assign" },
): Promise<Outcome<Moved>> {
	return writeChange(tx, application, { ...change, to: application.state });
}

/** The compare-and-set every change goes through, with its line on the timeline and its audit row. */
async function writeChange(
	tx: Tx,
	application: ApplicationRecord,
	change: Change & { event: string; to: ApplicationState },
): Promise<Outcome<Moved>> {
	const { id, state, version } = application;
	const { count } = await tx.application.updateMany({
		where: { id, state, version },
		data: { ...change.data, state: change.to, version: { increment: 1 } },
	});
	if (count !== 1) return refuse("STALE_VERSION");
	await tx.applicationEvent.create({
		data: {
			applicationId: id,
			event: change.event,
			fromState: state,
			toState: change.to,
			actorUserId: change.actor.userId,
			note: change.reason,
		},
	});
	await recordAudit(tx, {
		actor: change.actor,
		action: `application.${change.event.replaceAll("_", "-")}`,
		subjectType: "application",
		subjectId: id,
		organisationId: application.organisationId,
		before: { state, version, ...change.before },
		after: { state: change.to, version: version + 1, ...change.after },
		reason: change.reason,
	});
	return { ok: true, version: version + 1, state: change.to };
}

/**
 * Why a write came too late, in words: decided by whom and when, in whose hands, submitted or withdrawn already, or
 * simply changed since. To be asked after the transaction, when the winner's row can be seen. Who decided stays inside
 * the platform.
 */
async function explainStale(applicationId: string, workspace: Workspace): Promise<Refusal> {
	const { state, assigneeId } = await db().application.findUniqueOrThrow({
		where: { id: applicationId },
		select: { state: true, assigneeId: true },
	});
	if (state === "WITHDRAWN") return refuse("ALREADY_WITHDRAWN");
	if (workspace !== "platform") {
		return refuse(state === "SUBMITTED" || state === "IN_REVIEW" ? "ALREADY_SUBMITTED" : "STALE_VERSION");
	}
	if (state === "IN_REVIEW" && assigneeId) {
		const holder = await db().user.findUniqueOrThrow({ where: { id: assigneeId }, select: { name: true } });
		return refuse("HELD_BY_OTHER", { params: { by: holder.name } });
	}
	return state === "SUBMITTED" || state === "IN_REVIEW"
		? refuse("STALE_VERSION")
		: explainDecision(applicationId);
}

async function explainDecision(applicationId: string): Promise<Refusal> {
	const review = await db().review.findFirst({
		where: { applicationId },
		orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
		select: { reviewerId: true, decidedAt: true },
	});
	const reviewer = review && (await db().user.findUnique({ where: { id: review.reviewerId } }));
	if (!review || !reviewer) return refuse("STALE_VERSION");
	return refuse("ALREADY_DECIDED", { params: { by: reviewer.name, at: review.decidedAt.toISOString() } });
}

/** Turns a lost race into its explanation and leaves every other answer as it is. */
export async function explained<Value extends object>(
	applicationId: string,
	workspace: Workspace,
	outcome: Outcome<Value>,
): Promise<Outcome<Value>> {
	return !outcome.ok && outcome.reason === "STALE_VERSION" ? explainStale(applicationId, workspace) : outcome;
}
