import "server-only";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { readInvolvement } from "@/lib/domains/admission/data/involvement";
import { findReviewer } from "@/lib/domains/admission/data/reviewers";
import { explained, moveApplication, reassignApplication } from "@/lib/domains/admission/mutations/move";
import { refusingTheBound } from "@/lib/domains/admission/mutations/refused-by-database";
import { tellApplicant, tellAssigned, tellReviewer } from "@/lib/domains/admission/mutations/tell";
import { mayRelease, objectionToTaking, sideOf } from "@/lib/domains/admission/policy";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import type { Role } from "@/lib/platform/access/permissions";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type Target = { applicationId: string; version: number };
type Assigned = Outcome<{ version: number }>;
type Assignee = { userId: string; role: Role };

function changeHolder(
	scope: PlatformScope,
	{ applicationId, version }: Target,
	change: (tx: Tx, application: ApplicationRecord) => Promise<Assigned>,
): Promise<Assigned> {
	return refusingTheBound(async () => {
		const outcome = await inOutcomeTransaction(async (tx) => {
			const application = await findSubmittedApplication(scope, applicationId, tx);
			if (!application) throw new AppError("NOT_FOUND");
			if (application.version !== version) return refuse("STALE_VERSION");
			return change(tx, application);
		});
		return explained(applicationId, scope.workspace, outcome);
	});
}

/** Gives one application to one reviewer: the one way, whether they take it or a lead hands it to them. */
function give(scope: PlatformScope, target: Target, assignee: Assignee): Promise<Assigned> {
	return changeHolder(scope, target, async (tx, application) => {
		const side = sideOf(scope.role);
		if (!side) return refuse("TRANSITION_ILLEGAL");
		const involvement = await readInvolvement(scope, assignee.userId, application.id, tx);
		const objection = objectionToTaking(application, assignee, involvement);
		if (objection) return refuse(objection);
		const change = {
			actor: actorOf(scope),
			data: { assigneeId: assignee.userId },
			before: { assigneeId: application.assigneeId },
			after: { assigneeId: assignee.userId },
		};
		const isNew = application.state === "SUBMITTED";
		const isOwn = assignee.userId === scope.userId;
		const moved = isNew
			? await moveApplication(tx, application, { ...change, event: "claim", side })
			: await reassignApplication(tx, application, { ...change, event: isOwn ? "take_over" : "assign" });
		if (!moved.ok) return moved;
		await tellOfAssignment(tx, scope, { ...application, version: moved.version }, assignee);
		return { ok: true, version: moved.version };
	});
}

/** The applicant hears that somebody reviews it, the one it was taken from by whom, the one it was given to by whom. */
async function tellOfAssignment(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	assignee: Assignee,
): Promise<void> {
	const by = { by: scope.userName };
	if (application.state === "SUBMITTED") await tellApplicant(tx, application, "applicationInReview");
	else if (application.assigneeId !== scope.userId) {
		await tellReviewer(tx, application, "applicationTakenOver", by);
	}
	if (assignee.userId !== scope.userId) await tellAssigned(tx, application, assignee.userId, by);
}

/**
 * Makes an application the reviewer's own: new work goes into review, work in a colleague's hands is taken over, and the
 * colleague is told.
 * @throws AppError NOT_FOUND for an application that does not exist or was never submitted
 */
export function claimApplication(scope: PlatformScope, target: Target): Promise<Assigned> {
	return give(scope, target, scope);
}

export type RowOutcome = { applicationId: string } & Assigned;

/**
 * A lead gives some applications to one reviewer, each in a transaction of its own: what cannot be given is told row by
 * row and holds nothing else up.
 * @throws AppError FORBIDDEN for anybody but a lead
 */
export async function assignApplications(
	scope: PlatformScope,
	{ targets, assigneeId }: { targets: readonly Target[]; assigneeId: string },
): Promise<Outcome<{ rows: RowOutcome[] }>> {
	if (sideOf(scope.role) !== "lead") throw new AppError("FORBIDDEN");
	const assignee = await findReviewer(scope, assigneeId);
	if (!assignee) return refuse("NOT_A_REVIEWER");
	const rows: RowOutcome[] = [];
	for (const target of targets) {
		const outcome = await give(scope, target, assignee).catch(tellMissing);
		rows.push({ applicationId: target.applicationId, ...outcome });
	}
	return { ok: true, rows };
}

function tellMissing(error: unknown): Assigned {
	if (error instanceof AppError && error.code === "NOT_FOUND") return refuse("NOT_FOUND");
	throw error;
}

/** Gives an application back to the queue; its clock runs on. */
export function releaseApplication(scope: PlatformScope, target: Target): Promise<Assigned> {
	return changeHolder(scope, target, async (tx, application) => {
		if (!mayRelease(application, scope.userId)) return refuse("TRANSITION_ILLEGAL");
		const released = await reassignApplication(tx, application, {
			event: "release",
			actor: actorOf(scope),
			data: { assigneeId: null },
			before: { assigneeId: scope.userId },
			after: { assigneeId: null },
		});
		if (!released.ok) return released;
		await tellApplicant(tx, { ...application, version: released.version }, "applicationReleased");
		return { ok: true, version: released.version };
	});
}
