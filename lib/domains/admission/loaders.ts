import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findLatestApplication, findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { readCompanyRecords } from "@/lib/domains/admission/data/company-records";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import { countQueue, countQueueTabs, listQueuePage } from "@/lib/domains/admission/data/queue";
import { listTracks, readStandards, readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { findUserName } from "@/lib/domains/admission/data/users";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import { parseQueueQuery } from "@/lib/domains/admission/rules/queue-query";
import { type ReviewClock, readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type {
	AdmissionStanding,
	ApplicationRecord,
	OwnApplication,
	Queue,
	ReviewPage,
	StandardsVerdict,
} from "@/lib/domains/admission/types";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, type Day } from "@/lib/platform/time";

function clockOf(application: ApplicationRecord, policy: AdmissionPolicy, today: Day): ReviewClock | null {
	return (
		application.submittedAt &&
		readReviewClock(businessDayOf(application.submittedAt), policy.reviewWorkingDays, today)
	);
}

/** The standards an application is judged by: those it was submitted under, those in force before that. */
function policyOf(application: ApplicationRecord | null, today: Day) {
	const isOpenForm =
		!application || application.state === "DRAFT" || application.state === "CHANGES_REQUESTED";
	return isOpenForm || application.policyVersion === null
		? readStandards(today)
		: readStandardsVersion(application.policyVersion);
}

/** The applicant's page: the latest application with all that belongs to it, or the standards to begin from. */
export async function loadOwnApplication(): Promise<OwnApplication> {
	const scope = await requireScope("application.edit", routes.partner.application());
	const today = businessDayOf(new Date());
	const [application, tracks] = await Promise.all([findLatestApplication(scope), listTracks()]);
	const [policy, timeline, reviews] = await Promise.all([
		policyOf(application, today),
		application ? listTimeline(scope, application.id) : [],
		application ? listReviews(scope, application.id) : [],
	]);
	return {
		application,
		tracks,
		timeline,
		reviews,
		today,
		policy,
		clock: application && clockOf(application, policy.document, today),
	};
}
/** What the partner's home needs to know of admission: where the application stands and what it still lacks. */
export async function loadAdmissionStanding(): Promise<AdmissionStanding> {
	const scope = await requireScope("application.edit", routes.partner.home());
	const today = businessDayOf(new Date());
	const [application, tracks] = await Promise.all([findLatestApplication(scope), listTracks()]);
	const [policy, reviews] = await Promise.all([
		policyOf(application, today),
		application?.state === "CHANGES_REQUESTED" ? listReviews(scope, application.id) : [],
	]);
	return {
		requestCount: reviews[0]?.requests.length ?? 0,
		userName: scope.userName,
		application,
		trackCodes: tracks.map((track) => track.code),
		policy,
		clock: application && clockOf(application, policy.document, today),
	};
}
/** A page of the reviewers' queue for the address it was asked under. */
export async function loadQueue(params: Record<string, string | string[] | undefined>): Promise<Queue> {
	const scope = await requireScope("application.read", routes.ops.applications());
	const today = businessDayOf(new Date());
	const query = parseQueueQuery(params);
	const [page, total, tabCounts, tracks, policy] = await Promise.all([
		listQueuePage(scope, query),
		countQueue(scope, query),
		countQueueTabs(scope),
		listTracks(),
		readStandards(today),
	]);
	return {
		query,
		page,
		total,
		tabCounts,
		tracks,
		reviewWorkingDays: policy.document.reviewWorkingDays,
		today,
		viewer: { userId: scope.userId, role: scope.role },
		canReview: can(scope.role, "application.review"),
	};
}
/** One application before its reviewer. The checks are made anew today, for records may have come in since. */
export const loadReview = cache(async (id: string): Promise<ReviewPage> => {
	const scope = await requireScope("application.read", routes.ops.application(id));
	const application = (await findSubmittedApplication(scope, id)) ?? notFound();
	const today = businessDayOf(new Date());
	const [policy, tracks, timeline, reviews, records, assigneeName] = await Promise.all([
		policyOf({ ...application, state: "SUBMITTED" }, today),
		listTracks(),
		listTimeline(scope, id),
		listReviews(scope, id),
		readCompanyRecords(application.uscc ?? ""),
		findUserName(scope, application.assigneeId),
	]);
	const isDecided = application.state === "APPROVED" || application.state === "REJECTED";
	const fresh: StandardsVerdict = {
		asOf: today,
		policyVersion: policy.version,
		results: checkStandards(policy.document, factsOf(application.form, records, null), today),
	};
	return {
		application,
		policy,
		verdict: isDecided ? (application.checks ?? fresh) : fresh,
		tracks,
		timeline,
		reviews,
		assigneeName,
		today,
		clock: clockOf(application, policy.document, today),
		viewer: { userId: scope.userId, role: scope.role },
		canReview: can(scope.role, "application.review"),
	};
});
