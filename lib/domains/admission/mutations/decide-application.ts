import "server-only";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { readInvolvement } from "@/lib/domains/admission/data/involvement";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { judgeApplication, objectionToApproval } from "@/lib/domains/admission/mutations/judge-application";
import { explained, moveApplication } from "@/lib/domains/admission/mutations/move";
import { refusingTheBound } from "@/lib/domains/admission/mutations/refused-by-database";
import { tellApplicant, tellLeads } from "@/lib/domains/admission/mutations/tell";
import { mayDecide, objectionToDeciding, sideOf } from "@/lib/domains/admission/policy";
import { asksForScores, type Course, courseOf } from "@/lib/domains/admission/rules/four-eyes";
import { isOpenApplication } from "@/lib/domains/admission/rules/transitions";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import type { ApplicationRecord, StandardsVerdict } from "@/lib/domains/admission/types";
import { appendDecision } from "@/lib/domains/decisions/mutations/append-decisions";
import { sha256Hex } from "@/lib/domains/decisions/rules/hash";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import type { Review } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type DecisionToMake = { applicationId: string; version: number; review: ReviewDecision; now: Date };

/** `course` says what became of it: the decision, or an opinion that waits for somebody else's. */
type Decided = Outcome<{ version: number; course: Course }>;

const events = { APPROVE: "approve", REJECT: "reject", REQUEST_CHANGES: "request_changes" } as const;

/**
 * Takes a reviewer's decision once: the state moves by compare-and-set, so of any number at the same moment one succeeds
 * and the others learn who was faster. An approval needs every standard to hold, machine's and rubric's, on that day,
 * under the version of the rules the application was submitted under. Where two have to see it, an opinion is kept
 * sealed and the application goes to the next person.
 * @throws AppError NOT_FOUND for an application that does not exist or was never submitted
 */
export function decideApplication(scope: PlatformScope, decision: DecisionToMake): Promise<Decided> {
	const { applicationId, version } = decision;
	return refusingTheBound(async () => {
		const outcome = await inOutcomeTransaction<{ version: number; course: Course }>(async (tx) => {
			// Whoever comes second must read what the first one left.
			await tx.$queryRaw`SELECT id FROM applications WHERE id = ${applicationId} FOR UPDATE`;
			const application = await findSubmittedApplication(scope, applicationId, tx);
			if (!application) throw new AppError("NOT_FOUND");
			if (!isOpenApplication(application.state)) return refuse("STALE_VERSION");
			const involvement = await readInvolvement(scope, scope.userId, applicationId, tx);
			const objection = objectionToDeciding(application, scope, involvement);
			if (objection) return refuse(objection);
			if (application.version !== version) return refuse("STALE_VERSION");
			if (!mayDecide(application, scope.userId)) {
				const isHeld = application.state === "IN_REVIEW" && application.assigneeId !== null;
				return refuse(isHeld || application.state === "CHANGES_REQUESTED" ? "STALE_VERSION" : "NOT_CLAIMED");
			}
			return decide(tx, scope, application, decision);
		});
		return explained(applicationId, scope.workspace, outcome);
	});
}

async function decide(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	{ review, now }: DecisionToMake,
): Promise<Decided> {
	if (application.policyVersion === null) return refuse("TRANSITION_ILLEGAL");
	const policy = await readStandardsVersion(application.policyVersion, tx);
	const scores = review.decision === "REQUEST_CHANGES" ? null : review.scores;
	const judged = await judgeApplication(tx, application, policy, scores, now);
	if (review.decision === "APPROVE") {
		const objection = objectionToApproval(judged.verdict);
		if (objection) return objection;
	}
	const given = { review, ...judged, first: await findFirstOpinion(tx, application) };
	const tracks = [application.form.tracks.primary, ...application.form.tracks.others];
	if (review.decision === "REQUEST_CHANGES") return write(tx, scope, application, now, given, "DECIDED");
	if (!scores && asksForScores(policy.document, tracks, application.reviewStage))
		return refuse("SCORES_NEEDED");
	const course = courseOf(policy.document, tracks, {
		stage: application.reviewStage,
		decision: review.decision,
		compositeBps: judged.compositeBps,
		firstDecision: given.first?.decision === "APPROVE" ? "APPROVE" : given.first ? "REJECT" : null,
	});
	return write(tx, scope, application, now, given, course);
}

function findFirstOpinion(tx: Tx, { id, submissionNo, reviewStage }: ApplicationRecord) {
	if (reviewStage === "FIRST") return null;
	return tx.review.findFirst({ where: { applicationId: id, submissionNo, stage: "FIRST" } });
}

type Given = {
	review: ReviewDecision;
	verdict: StandardsVerdict;
	compositeBps: number | null;
	first: Review | null;
};

async function write(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	now: Date,
	given: Given,
	course: Course,
): Promise<Decided> {
	const reviewId = newId("rev");
	const moved = await (course === "DECIDED"
		? moveDecided(tx, scope, application, now, given)
		: moveOn(tx, scope, application, reviewId, course));
	if (!moved.ok) return moved;
	const { review, compositeBps } = given;
	await tx.review.create({
		data: {
			id: reviewId,
			applicationId: application.id,
			submissionNo: application.submissionNo,
			stage: application.reviewStage,
			reviewerId: scope.userId,
			...(review.decision === "REQUEST_CHANGES" ? {} : review.scores),
			compositeBps,
			decision: review.decision,
			reasonCodes: review.decision === "REJECT" ? review.reasonCodes : [],
			comment: review.comment,
			requests: review.decision === "REQUEST_CHANGES" ? review.requests : [],
			policyVersion: given.verdict.policyVersion,
			decidedAt: now,
		},
	});
	if (course === "DECIDED" && review.decision !== "REQUEST_CHANGES")
		await logDecision(tx, scope, application, { review, reviewId, compositeBps, now });
	const told = { ...application, version: moved.version };
	if (course === "DECIDED") await tellDecision(tx, told, review);
	else if (course === "TO_LEAD") await tellLeads(tx, told, "applicationNeedsLead");
	return { ok: true, version: moved.version, course };
}

function logDecision(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	given: { review: ReviewDecision; reviewId: string; compositeBps: number | null; now: Date },
): Promise<void> {
	const { review, reviewId, compositeBps, now } = given;
	return appendDecision(tx, {
		kind: "ADMISSION",
		subjectType: "application",
		subjectId: application.id,
		reference: application.number,
		organisationId: application.organisationId,
		at: now,
		payload: {
			decision: review.decision === "APPROVE" ? "APPROVED" : "REJECTED",
			reasonCodes: review.decision === "REJECT" ? [...review.reasonCodes] : [],
			reasonHash: sha256Hex(review.comment),
			compositeBps,
			reviewId,
			submissionNo: application.submissionNo,
			stage: application.reviewStage,
			policyVersion: application.policyVersion,
			decidedBy: scope.userId,
		},
	});
}

function moveDecided(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	now: Date,
	{ review, verdict, compositeBps, first }: Given,
) {
	const side = sideOf(scope.role);
	if (!side) return refuse("TRANSITION_ILLEGAL");
	const isOpinion = review.decision !== "REQUEST_CHANGES";
	return moveApplication(tx, application, {
		event: events[review.decision],
		side,
		actor: actorOf(scope),
		data: isOpinion ? { decidedAt: now, checks: verdict } : {},
		after: {
			stage: application.reviewStage,
			reasonCodes: review.decision === "REJECT" ? review.reasonCodes : [],
			compositeBps,
			// What the first one thought is open once both are in, and not told where changes end the submission before.
			...(isOpinion && first && { first: { decision: first.decision, compositeBps: first.compositeBps } }),
		},
		reason: review.comment || undefined,
	});
}

/** The opinion itself is sealed: neither the timeline nor the audit row tells what it says, only where it is kept. */
function moveOn(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	reviewId: string,
	course: Exclude<Course, "DECIDED">,
) {
	const side = sideOf(scope.role);
	if (!side) return refuse("TRANSITION_ILLEGAL");
	const reviewStage = course === "TO_SECOND" ? "SECOND" : "LEAD";
	return moveApplication(tx, application, {
		event: "give_opinion",
		side,
		actor: actorOf(scope),
		data: { reviewStage, assigneeId: null },
		before: { reviewStage: application.reviewStage, assigneeId: application.assigneeId },
		after: { reviewStage, assigneeId: null, reviewId },
	});
}

/** The news of a decision. An approval makes nobody a partner yet: the agreement and the deposit come first. */
function tellDecision(tx: Tx, application: ApplicationRecord, review: ReviewDecision): Promise<void> {
	switch (review.decision) {
		case "APPROVE":
			return tellApplicant(tx, application, "applicationApproved");
		case "REJECT":
			return tellApplicant(tx, application, "applicationRejected");
		case "REQUEST_CHANGES":
			return tellApplicant(tx, application, "applicationChangesRequested", { count: review.requests.length });
	}
}
