import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { readCompanyRecords } from "@/lib/domains/admission/data/company-records";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import { listTracks } from "@/lib/domains/admission/data/standards";
import { findUserName } from "@/lib/domains/admission/data/users";
import { clockOf, policyOf } from "@/lib/domains/admission/loaders/judged-by";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import type { ReviewPage, StandardsVerdict } from "@/lib/domains/admission/types";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

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
		clock: await clockOf(application, today),
		viewer: { userId: scope.userId, role: scope.role },
		canReview: can(scope.role, "application.review"),
	};
});
