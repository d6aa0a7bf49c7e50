import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listAppealsOf } from "@/lib/domains/admission/data/appeals";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { readCompanyRecords } from "@/lib/domains/admission/data/company-records";
import { listEvidence } from "@/lib/domains/admission/data/evidence";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import { readInvolvement } from "@/lib/domains/admission/data/involvement";
import { findNeighbours } from "@/lib/domains/admission/data/neighbours";
import { listRelated, readCompanyHistory } from "@/lib/domains/admission/data/related";
import { listTracks } from "@/lib/domains/admission/data/standards";
import { findUserName } from "@/lib/domains/admission/data/users";
import { clockOf, policyOf } from "@/lib/domains/admission/loaders/judged-by";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import type { ApplicationRecord, ReviewPage, StandardsVerdict } from "@/lib/domains/admission/types";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** One application before its reviewer. The checks are made anew today, for records may have come in since. */
export const loadReview = cache(async (id: string): Promise<ReviewPage> => {
	const scope = await requireScope("application.read", routes.ops.application(id));
	const application = (await findSubmittedApplication(scope, id)) ?? notFound();
	const today = businessDayOf(new Date());
	const [policy, tracks, records, assigneeName, clock, involvement, file] = await Promise.all([
		policyOf({ ...application, state: "SUBMITTED" }, today),
		listTracks(),
		readCompanyRecords(application.uscc ?? ""),
		findUserName(scope, application.assigneeId),
		clockOf(application, today),
		readInvolvement(scope, scope.userId, id),
		readCaseFile(scope, application),
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
		...file,
		assigneeName,
		today,
		clock,
		involvement,
		viewer: { userId: scope.userId, role: scope.role },
		canReview: can(scope.role, "application.review"),
	};
});

/** What happened to the application and what is known of the company behind it. */
async function readCaseFile(scope: PlatformScope, application: ApplicationRecord) {
	const { id } = application;
	const [timeline, reviews, appeals, evidence, history, related, neighbours] = await Promise.all([
		listTimeline(scope, id),
		listReviews(scope, id),
		listAppealsOf(scope, id),
		listEvidence(scope, id),
		readCompanyHistory(scope, application),
		listRelated(scope, id),
		findNeighbours(scope, application),
	]);
	return { timeline, reviews, appeals, evidence, history, related, neighbours };
}
