import "server-only";
import { findOwnSteps, readAgreement, readAgreementVersion } from "@/lib/domains/admission/data/activation";
import { findLatestApplication } from "@/lib/domains/admission/data/applications";
import { readFirstDaysFacts, readProtectionDays } from "@/lib/domains/admission/data/first-days";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import { listMendedPaths } from "@/lib/domains/admission/data/mended";
import { listOwnAppeals } from "@/lib/domains/admission/data/own-appeals";
import { listTracks, readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { clockOf, policyOf } from "@/lib/domains/admission/loaders/judged-by";
import { planFirstDays } from "@/lib/domains/admission/rules/first-ninety-days";
import { firstReapplyDay, lastAppealDay } from "@/lib/domains/admission/rules/reapply";
import type {
	AdmissionStanding,
	AfterRejection,
	ApplicationRecord,
	OwnActivation,
	OwnAppeal,
	OwnApplication,
	ReviewRecord,
} from "@/lib/domains/admission/types";
import { listFiles } from "@/lib/platform/files/data";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, type Day } from "@/lib/platform/time";

/** The applicant's page: the latest application with all that belongs to it, or the standards to begin from. */
export async function loadOwnApplication(): Promise<OwnApplication> {
	const scope = await requireScope("application.edit", routes.partner.application());
	const today = businessDayOf(new Date());
	const [application, tracks] = await Promise.all([findLatestApplication(scope), listTracks()]);
	const [policy, timeline, reviews, appeals, activation, clock] = await Promise.all([
		policyOf(application, today),
		application ? listTimeline(scope, application.id) : [],
		application ? listReviews(scope, application.id) : [],
		application ? listOwnAppeals(scope, application.id) : [],
		activationOf(scope, application, today),
		application && clockOf(application, today),
	]);
	return {
		application,
		tracks,
		timeline,
		reviews,
		appeals,
		today,
		policy,
		clock,
		activation,
		afterRejection: await afterRejection(application, reviews, appeals, today),
		mendedPaths: await mendedPaths(scope, application, reviews),
		appealFiles: await appealFiles(scope, application, appeals),
		depositFiles:
			application?.state === "APPROVED"
				? await listFiles(scope, { purpose: "DEPOSIT", subjectId: application.id })
				: [],
	};
}

/** What the partner's home needs to know of admission: where the application stands and what it still lacks. */
export async function loadAdmissionStanding(): Promise<AdmissionStanding> {
	const scope = await requireScope("application.edit", routes.partner.home());
	const today = businessDayOf(new Date());
	const [application, tracks, facts] = await Promise.all([
		findLatestApplication(scope),
		listTracks(),
		readFirstDaysFacts(scope, today),
	]);
	const wantsReviews = application?.state === "CHANGES_REQUESTED" || application?.state === "REJECTED";
	const [policy, reviews, appeals, activation, clock, protectionDays] = await Promise.all([
		policyOf(application, today),
		wantsReviews ? listReviews(scope, application.id) : [],
		application?.state === "REJECTED" ? listOwnAppeals(scope, application.id) : [],
		activationOf(scope, application, today),
		application && clockOf(application, today),
		facts ? readProtectionDays(today) : 0,
	]);
	return {
		requestCount: reviews[0]?.requests.length ?? 0,
		userName: scope.userName,
		application,
		trackCodes: tracks.map((track) => track.code),
		policy,
		clock,
		today,
		activation,
		appeals,
		afterRejection: await afterRejection(application, reviews, appeals, today),
		firstDays: facts && planFirstDays(facts, protectionDays, today),
	};
}

async function activationOf(
	scope: PartnerScope,
	application: ApplicationRecord | null,
	today: Day,
): Promise<OwnActivation | null> {
	if (application?.state !== "APPROVED" || application.policyVersion === null) return null;
	const [steps, { document }] = await Promise.all([
		findOwnSteps(scope, application.id),
		readStandardsVersion(application.policyVersion),
	]);
	const { acceptance } = steps;
	const agreement = acceptance
		? await readAgreementVersion(acceptance.agreementVersion)
		: await readAgreement(today);
	return { ...steps, agreement, depositFen: BigInt(document.depositFen) };
}

async function afterRejection(
	application: ApplicationRecord | null,
	reviews: readonly ReviewRecord[],
	appeals: readonly OwnAppeal[],
	today: Day,
): Promise<AfterRejection | null> {
	if (application?.state !== "REJECTED" || application.policyVersion === null || !application.decidedAt)
		return null;
	const { document: policy } = await readStandardsVersion(application.policyVersion);
	const decidedOn = businessDayOf(application.decidedAt);
	const last = lastAppealDay(policy, decidedOn);
	const appeal = appeals.find((one) => one.submissionNo === application.submissionNo);
	const reasonCodes = rejectionOf(application, reviews).flatMap((review) => review.reasonCodes);
	const first = firstReapplyDay(policy, decidedOn, reasonCodes);
	return {
		lastAppealDay: last,
		firstReapplyDay: first,
		mayAppeal: !appeal && today <= last,
		mayReapply: today >= first && appeal?.state !== "OPEN",
	};
}

/** The opinions behind the rejection that stands; an earlier one that was overturned does not count. */
function rejectionOf({ submissionNo }: ApplicationRecord, reviews: readonly ReviewRecord[]): ReviewRecord[] {
	return reviews.filter((review) => review.decision === "REJECT" && review.submissionNo === submissionNo);
}

/** While an appeal is being written its files hang on the rejected application, afterwards on the appeal. */
async function appealFiles(
	scope: PartnerScope,
	application: ApplicationRecord | null,
	appeals: readonly OwnAppeal[],
): Promise<EvidenceFile[]> {
	if (application?.state !== "REJECTED") return [];
	const appeal = appeals.find((one) => one.submissionNo === application.submissionNo);
	return listFiles(scope, { purpose: "APPEAL", subjectId: appeal?.id ?? application.id });
}

function mendedPaths(
	scope: PartnerScope,
	application: ApplicationRecord | null,
	reviews: readonly ReviewRecord[],
): Promise<string[]> {
	const [asked] = reviews;
	if (application?.state !== "CHANGES_REQUESTED" || !asked) return Promise.resolve([]);
	return listMendedPaths(scope, application.id, asked.decidedAt);
}
