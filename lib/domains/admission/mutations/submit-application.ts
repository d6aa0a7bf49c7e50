import "server-only";
import { findOwnApplication } from "@/lib/domains/admission/data/applications";
import { readCompanyRecords } from "@/lib/domains/admission/data/company-records";
import { listTracks, readStandards } from "@/lib/domains/admission/data/standards";
import { explained, moveApplication } from "@/lib/domains/admission/mutations/move";
import { tellApplicant, tellReviewer } from "@/lib/domains/admission/mutations/tell";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import { readForm } from "@/lib/domains/admission/rules/form-errors";
import { matchingKey } from "@/lib/domains/admission/rules/matching-key";
import { isEditable } from "@/lib/domains/admission/rules/transitions";
import type { ApplicationSubmission } from "@/lib/domains/admission/schema/submission";
import type { ApplicationRecord, StandardsVerdict } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

export type Submission = { applicationId: string; version: number; now: Date };

/**
 * Submits the saved form under the standards in force today: every field has to hold, and the company must not be
 * admitted already. What the machine finds beyond that is stored and shown to both sides; it stops nobody from asking.
 * @throws AppError NOT_FOUND for an application that is not the organisation's own
 */
export async function submitApplication(
	scope: PartnerScope,
	{ applicationId, version, now }: Submission,
): Promise<Outcome<{ version: number }>> {
	const outcome = await inOutcomeTransaction(async (tx) => {
		const application = await findOwnApplication(scope, applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		if (!isEditable(application.state) || application.version !== version) return refuse("STALE_VERSION");
		const judged = await judgeForm(tx, application, now);
		if (!judged.ok) return judged;
		return moveToSubmitted(tx, scope, { application, now, ...judged });
	});
	return explained(applicationId, scope.workspace, outcome);
}

type Judged = { submission: ApplicationSubmission; verdict: StandardsVerdict; reviewWorkingDays: number };

async function judgeForm(tx: Tx, application: ApplicationRecord, now: Date): Promise<Outcome<Judged>> {
	const today = businessDayOf(now);
	const { version: policyVersion, document: policy } = await readStandards(today, tx);
	const trackCodes = (await listTracks(tx)).map((track) => track.code);
	const reading = readForm(application.form, { policyVersion, policy, trackCodes, today });
	if (!reading.ok) return refuse("INPUT_INVALID", { fieldErrors: reading.errors });
	const { submission } = reading;
	const records = await readCompanyRecords(submission.company.uscc, tx);
	if (records.isUsccAdmitted) {
		return refuse("INPUT_INVALID", { fieldErrors: { "company.uscc": "USCC_ALREADY_ADMITTED" } });
	}
	const results = checkStandards(policy, factsOf(application.form, records, null), today);
	return {
		ok: true,
		submission,
		verdict: { asOf: today, policyVersion, results },
		reviewWorkingDays: policy.reviewWorkingDays,
	};
}

async function moveToSubmitted(
	tx: Tx,
	scope: PartnerScope,
	{
		application,
		now,
		submission,
		verdict,
		reviewWorkingDays,
	}: Judged & { application: ApplicationRecord; now: Date },
): Promise<Outcome<{ version: number }>> {
	const { company, people, tracks } = submission;
	const dueOn = addWorkingDays(await readWorkCalendar(tx), verdict.asOf, reviewWorkingDays);
	const moved = await moveApplication(tx, application, {
		event: "submit",
		side: "company",
		actor: actorOf(scope),
		data: {
			companyName: company.name,
			uscc: company.uscc,
			contactName: people.contactName,
			contactPhone: people.contactPhone,
			region: company.region,
			primaryTrack: tracks.primary,
			checks: verdict,
			policyVersion: verdict.policyVersion,
			submittedAt: now,
			submissionNo: { increment: 1 },
			reviewStage: "FIRST",
			dueOn: new Date(`${dueOn}T00:00:00Z`),
			representativeKey: matchingKey(company.legalRepresentative),
			addressKey: matchingKey(company.address),
		},
		after: {
			policyVersion: verdict.policyVersion,
			failed: verdict.results
				.filter((result) => result.status === "failed")
				.map((result) => result.standardId),
		},
	});
	if (!moved.ok) return moved;
	const told = { ...application, companyName: company.name, version: moved.version };
	await tellApplicant(tx, told, "applicationSubmitted", { dueOn, days: reviewWorkingDays });
	await tellReviewer(tx, told, "applicationResubmitted");
	return { ok: true, version: moved.version };
}
