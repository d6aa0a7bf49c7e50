import "server-only";
import { findAppealCase, findOtherCase } from "@/lib/domains/admission/data/appeals";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { moveApplication } from "@/lib/domains/admission/mutations/move";
import { type AppealMoved, explainedAppeal } from "@/lib/domains/admission/mutations/move-appeal";
import { refusingTheBound } from "@/lib/domains/admission/mutations/refused-by-database";
import { tellApplicant, tellOverturned } from "@/lib/domains/admission/mutations/tell";
import { mayReleaseAppeal, objectionToJudging, sideOf } from "@/lib/domains/admission/policy";
import type { AppealVerdict } from "@/lib/domains/admission/schema/appeal-verdict";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { appendDecision } from "@/lib/domains/decisions/mutations/append-decisions";
import { sha256Hex } from "@/lib/domains/decisions/rules/hash";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import type { Appeal } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

export type AppealDecision = { appealId: string; version: number; verdict: AppealVerdict; now: Date };

/**
 * Decides an appeal once, by somebody who had no part in what it is about (the database refuses everybody else too).
 * Dismissed, the rejection stands. Overturned, it falls: the application is reviewed anew, by others, under a new clock.
 * @throws AppError NOT_FOUND for an appeal that does not exist
 */
export function decideAppeal(scope: PlatformScope, decision: AppealDecision): Promise<AppealMoved> {
	const { appealId, version } = decision;
	return refusingTheBound(async () => {
		const outcome = await inOutcomeTransaction<{ version: number }>(async (tx) => {
			// Locked in the order every other writer locks them: the application, then its appeal.
			await tx.$queryRaw`SELECT a.id FROM applications a JOIN appeals p ON p.application_id = a.id
			                    WHERE p.id = ${appealId} FOR UPDATE OF a`;
			await tx.$queryRaw`SELECT id FROM appeals WHERE id = ${appealId} FOR UPDATE`;
			const found = await findAppealCase(scope, appealId, tx);
			if (!found) throw new AppError("NOT_FOUND");
			const { appeal, involvement } = found;
			const objection = objectionToJudging(scope.role, involvement);
			if (objection) return refuse(objection);
			if (appeal.state !== "OPEN" || appeal.version !== version) return refuse("STALE_VERSION");
			if (!mayReleaseAppeal(appeal, scope.userId)) {
				return refuse(appeal.assigneeId ? "STALE_VERSION" : "NOT_CLAIMED");
			}
			return settle(tx, scope, appeal, decision);
		});
		return explainedAppeal(appealId, outcome);
	});
}

async function settle(
	tx: Tx,
	scope: PlatformScope,
	appeal: Appeal,
	{ verdict: { decision, reason }, now }: AppealDecision,
): Promise<AppealMoved> {
	const application = await findSubmittedApplication(scope, appeal.applicationId, tx);
	if (!application) throw new AppError("NOT_FOUND");
	const version = appeal.version + 1;
	await tx.appeal.update({
		where: { id: appeal.id },
		data: { state: decision, version, decidedById: scope.userId, decidedAt: now, decisionReason: reason },
	});
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: decision === "DISMISSED" ? "appeal.dismiss" : "appeal.overturn",
		subjectType: "appeal",
		subjectId: appeal.id,
		organisationId: appeal.organisationId,
		before: { state: "OPEN", version: appeal.version },
		after: { state: decision, version },
		reason,
	});
	await appendDecision(tx, {
		kind: "ADMISSION_APPEAL",
		subjectType: "appeal",
		subjectId: appeal.id,
		reference: appeal.number,
		organisationId: appeal.organisationId,
		at: now,
		payload: {
			decision,
			reasonHash: sha256Hex(reason),
			application: application.number,
			submissionNo: appeal.submissionNo,
			decidedBy: scope.userId,
		},
	});
	if (decision === "DISMISSED") {
		// The key of what is told carries the appeal's submission, for the application itself has not changed.
		const told = { ...application, version: appeal.submissionNo };
		await tellApplicant(tx, told, "appealDismissed", { appeal: appeal.number });
		return { ok: true, version };
	}
	const reopened = await reopen(tx, scope, application, appeal, now);
	return reopened.ok ? { ok: true, version } : reopened;
}

/** Back to the queue as a submission of its own: a new clock, the first stage, nobody holding it. */
async function reopen(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	appeal: Appeal,
	now: Date,
): Promise<Outcome<{ dueOn: Day }>> {
	const side = sideOf(scope.role);
	const { policyVersion, submissionNo } = application;
	if (!side || policyVersion === null || submissionNo !== appeal.submissionNo)
		return refuse("TRANSITION_ILLEGAL");
	const other = await findOtherCase(scope, application, tx);
	if (other) return refuse(`OTHER_${other.kind}_STANDS`, { params: { number: other.number } });
	const { document: policy } = await readStandardsVersion(policyVersion, tx);
	const dueOn = addWorkingDays(await readWorkCalendar(tx), businessDayOf(now), policy.reviewWorkingDays);
	const next = { submissionNo: submissionNo + 1, reviewStage: "FIRST", assigneeId: null } as const;
	const moved = await moveApplication(tx, application, {
		event: "reopen",
		side,
		actor: actorOf(scope),
		data: { ...next, decidedAt: null, dueOn: new Date(`${dueOn}T00:00:00Z`) },
		before: { submissionNo, assigneeId: application.assigneeId, dueOn: application.dueOn },
		after: { ...next, dueOn, appeal: appeal.number },
	});
	if (!moved.ok) return moved;
	const told = { ...application, version: moved.version };
	await tellApplicant(tx, told, "appealOverturned", {
		appeal: appeal.number,
		dueOn,
		days: policy.reviewWorkingDays,
	});
	await tellOverturned(tx, told, { number: appeal.number, submissionNo });
	return { ok: true, dueOn };
}
