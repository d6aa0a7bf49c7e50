import "server-only";
import { findLatestApplication, findOwnApplication } from "@/lib/domains/admission/data/applications";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { lockApplication } from "@/lib/domains/admission/mutations/activate-partner";
import { tellApplicant } from "@/lib/domains/admission/mutations/tell";
import { tellOfAppeal } from "@/lib/domains/admission/mutations/tell-platform";
import { lastAppealDay } from "@/lib/domains/admission/rules/reapply";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { adoptFiles } from "@/lib/platform/files/mutations/adopt-files";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

type Filing = { applicationId: string; grounds: string; now: Date };
type Filed = Outcome<{ appealId: string; number: string }>;

/**
 * Files an appeal against a rejection: once per decision, within the window of the version it was judged by (domain.md
 * §3.1: 15 days), and only while the rejected application is the company's latest. It is due in working days.
 * @throws AppError NOT_FOUND for an application that is not the organisation's own
 */
export function fileAppeal(scope: PartnerScope, { applicationId, grounds, now }: Filing): Promise<Filed> {
	return inOutcomeTransaction(async (tx): Promise<Filed> => {
		await lockApplication(tx, applicationId);
		const application = await findOwnApplication(scope, applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		const { state, policyVersion, decidedAt } = application;
		if (state !== "REJECTED" || policyVersion === null || !decidedAt) return refuse("TRANSITION_ILLEGAL");
		if ((await findLatestApplication(scope, tx))?.id !== applicationId) return refuse("NEWER_APPLICATION");
		const { document: policy } = await readStandardsVersion(policyVersion, tx);
		const today = businessDayOf(now);
		const last = lastAppealDay(policy, businessDayOf(decidedAt));
		if (today > last) return refuse("APPEAL_WINDOW_CLOSED", { params: { day: last } });
		const dueOn = addWorkingDays(await readWorkCalendar(tx), today, policy.appealAnswerWorkingDays);
		return writeAppeal(tx, scope, application, { grounds, now, dueOn });
	});
}

async function writeAppeal(
	tx: Tx,
	scope: PartnerScope,
	application: ApplicationRecord,
	{ grounds, now, dueOn }: { grounds: string; now: Date; dueOn: Day },
): Promise<Filed> {
	const { id: applicationId, organisationId, submissionNo } = application;
	const known = await tx.appeal.findFirst({ where: { applicationId, submissionNo }, select: { id: true } });
	if (known) return refuse("APPEAL_EXISTS");
	const [id, number] = [newId("apl"), await nextNumber(tx, businessDayOf(now))];
	await tx.appeal.create({
		data: {
			id,
			number,
			applicationId,
			organisationId,
			submissionNo,
			grounds,
			filedById: scope.userId,
			filedAt: now,
			dueOn: new Date(`${dueOn}T00:00:00Z`),
		},
	});
	const files = await adoptFiles(tx, {
		purpose: "APPEAL",
		draftSubjectId: applicationId,
		subjectId: id,
		organisationId,
	});
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "appeal.file",
		subjectType: "appeal",
		subjectId: id,
		after: { number, applicationId, submissionNo, state: "OPEN", dueOn, files },
		reason: grounds,
	});
	const told = { ...application, version: submissionNo };
	await tellApplicant(tx, told, "appealFiled", { appeal: number, dueOn });
	await tellOfAppeal(tx, told, { id, number, dueOn });
	return { ok: true, appealId: id, number };
}

async function nextNumber(tx: Tx, today: Day): Promise<string> {
	const [row] = await tx.$queryRaw<{ value: bigint }[]>`SELECT nextval('appeal_numbers') AS value`;
	return `AP-${today.slice(0, 4)}-${String(row?.value).padStart(6, "0")}`;
}
