import "server-only";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { readCompanyRecords } from "@/lib/domains/admission/data/company-records";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { explained, moveApplication } from "@/lib/domains/admission/mutations/move";
import { tellApplicant } from "@/lib/domains/admission/mutations/tell";
import { mayDecide, sideOf } from "@/lib/domains/admission/policy";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import { isOpenApplication } from "@/lib/domains/admission/rules/transitions";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import type { ApplicationRecord, ForceScores, StandardsVerdict } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

export type DecisionToMake = { applicationId: string; version: number; review: ReviewDecision; now: Date };

const events = { APPROVE: "approve", REJECT: "reject", REQUEST_CHANGES: "request_changes" } as const;

/**
 * Decides an application once: the state moves by compare-and-set, so of any number of decisions at the same moment one
 * succeeds and the others learn who was faster. An approval needs every standard to hold, machine's and rubric's, on the
 * day of the decision, under the version of the rules the application was submitted under.
 */
export async function decideApplication(
	scope: PlatformScope,
	decision: DecisionToMake,
): Promise<Outcome<{ version: number }>> {
	const { applicationId, version } = decision;
	const outcome = await inOutcomeTransaction(async (tx) => {
		// Whoever comes second must read what the first one left, not judge the company against the partner just made of it.
		await tx.$queryRaw`SELECT id FROM applications WHERE id = ${applicationId} FOR UPDATE`;
		const application = await findSubmittedApplication(scope, applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		if (application.version !== version || !isOpenApplication(application.state))
			return refuse("STALE_VERSION");
		if (!mayDecide(application, scope.userId)) {
			const isHeld = application.state === "IN_REVIEW" && application.assigneeId !== null;
			return refuse(isHeld || application.state === "CHANGES_REQUESTED" ? "STALE_VERSION" : "NOT_CLAIMED");
		}
		return decide(tx, scope, application, decision);
	});
	return explained(applicationId, scope.workspace, outcome);
}

async function decide(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	{ review, now }: DecisionToMake,
): Promise<Outcome<{ version: number }>> {
	const side = sideOf(scope.role);
	if (!side || application.policyVersion === null) return refuse("TRANSITION_ILLEGAL");
	const scores = review.decision === "REQUEST_CHANGES" ? null : review.scores;
	const judged = await judge(tx, application, scores, now);
	if (review.decision === "APPROVE") {
		const objection = objectionTo(judged.verdict);
		if (objection) return objection;
	}
	const reasonCodes = review.decision === "REJECT" ? review.reasonCodes : [];
	const moved = await moveApplication(tx, application, {
		event: events[review.decision],
		side,
		actor: actorOf(scope),
		data: {
			...(review.decision !== "REQUEST_CHANGES" && { decidedAt: now, checks: judged.verdict }),
		},
		after: { reasonCodes, compositeBps: judged.compositeBps },
		reason: review.comment || undefined,
	});
	if (!moved.ok) return moved;
	await tx.review.create({
		data: {
			id: newId("rev"),
			applicationId: application.id,
			submissionNo: application.submissionNo,
			stage: application.reviewStage,
			reviewerId: scope.userId,
			...scores,
			compositeBps: judged.compositeBps,
			decision: review.decision,
			reasonCodes,
			comment: review.comment,
			requests: review.decision === "REQUEST_CHANGES" ? review.requests : [],
			policyVersion: application.policyVersion,
			decidedAt: now,
		},
	});
	return conclude(tx, { ...application, version: moved.version }, review);
}

/** The news of a decision. An approval makes nobody a partner yet: the agreement and the deposit come first. */
async function conclude(
	tx: Tx,
	application: ApplicationRecord,
	review: ReviewDecision,
): Promise<Outcome<{ version: number }>> {
	if (review.decision === "REQUEST_CHANGES") {
		await tellApplicant(tx, application, "applicationChangesRequested", { count: review.requests.length });
	} else if (review.decision === "REJECT") {
		await tellApplicant(tx, application, "applicationRejected");
	} else {
		await tellApplicant(tx, application, "applicationApproved");
	}
	return { ok: true, version: application.version };
}

async function judge(
	tx: Tx,
	application: ApplicationRecord,
	scores: ForceScores | null,
	now: Date,
): Promise<{ verdict: StandardsVerdict; compositeBps: number | null }> {
	const policyVersion = application.policyVersion ?? 0;
	const { document: policy } = await readStandardsVersion(policyVersion, tx);
	const records = await readCompanyRecords(application.uscc ?? "", tx);
	const asOf = businessDayOf(now);
	const results = checkStandards(policy, factsOf(application.form, records, scores), asOf);
	return {
		verdict: { asOf, policyVersion, results },
		compositeBps: scores && scoreReview(policy.forceWeightsBps, scores).compositeBps,
	};
}

/** Strict admission: nothing that failed can be approved. The rubric's lines are told apart from the machine's. */
function objectionTo(verdict: StandardsVerdict) {
	const failed = verdict.results.filter((result) => result.status !== "passed");
	if (failed.length === 0) return null;
	const isScored = (kind: string) => kind === "force_composite" || kind === "force_floor";
	const hard = failed.filter((result) => !isScored(result.kind));
	return hard.length > 0
		? refuse("STANDARDS_NOT_MET", { params: { count: hard.length } })
		: refuse("SCORES_BELOW_LINE");
}
