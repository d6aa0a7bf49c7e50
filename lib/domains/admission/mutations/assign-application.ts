import "server-only";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { explained, moveApplication, reassignApplication } from "@/lib/domains/admission/mutations/move";
import { tellApplicant, tellReviewer } from "@/lib/domains/admission/mutations/tell";
import { mayRelease, mayTake, sideOf } from "@/lib/domains/admission/policy";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

type Target = { applicationId: string; version: number };
type Assigned = Outcome<{ version: number }>;

async function assign(
	scope: PlatformScope,
	{ applicationId, version }: Target,
	change: (tx: Tx, application: ApplicationRecord) => Promise<Assigned>,
): Promise<Assigned> {
	const outcome = await inOutcomeTransaction(async (tx) => {
		const application = await findSubmittedApplication(scope, applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		if (application.version !== version) return refuse("STALE_VERSION");
		return change(tx, application);
	});
	return explained(applicationId, scope.workspace, outcome);
}

/**
 * Makes an application the reviewer's own: new work goes into review, work in a colleague's hands is taken over, and the
 * colleague is told.
 */
export function claimApplication(scope: PlatformScope, target: Target): Promise<Assigned> {
	return assign(scope, target, async (tx, application) => {
		const side = sideOf(scope.role);
		if (!side || !mayTake(application, scope)) return refuse("TRANSITION_ILLEGAL");
		const change = {
			actor: actorOf(scope),
			data: { assigneeId: scope.userId },
			before: { assigneeId: application.assigneeId },
			after: { assigneeId: scope.userId },
		};
		if (application.state === "SUBMITTED") {
			const moved = await moveApplication(tx, application, { ...change, event: "claim", side });
			if (!moved.ok) return moved;
			await tellApplicant(tx, { ...application, version: moved.version }, "applicationInReview");
			return moved;
		}
		const taken = await reassignApplication(tx, application, { ...change, event: "take_over" });
		if (!taken.ok) return taken;
		await tellReviewer(tx, { ...application, version: taken.version }, "applicationTakenOver", {
			by: scope.userName,
		});
		return taken;
	});
}

/** Gives an application back to the queue; its clock runs on. */
export function releaseApplication(scope: PlatformScope, target: Target): Promise<Assigned> {
	return assign(scope, target, async (tx, application) => {
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
		return released;
	});
}
