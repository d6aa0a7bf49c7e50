import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import {
	countAppeals,
	findAppealCase,
	findOtherCase,
	listAppeals,
} from "@/lib/domains/admission/data/appeals";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { listEvidence } from "@/lib/domains/admission/data/evidence";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import { readCompanyHistory } from "@/lib/domains/admission/data/related";
import { nameUsers } from "@/lib/domains/admission/data/users";
import { parseAppealQuery } from "@/lib/domains/admission/rules/appeal-query";
import { carryingOpinions } from "@/lib/domains/admission/rules/opinions";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { AppealPage, Appeals } from "@/lib/domains/admission/types";
import { can } from "@/lib/platform/access/permissions";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** A page of the appeals queue for the address it was asked under. */
export async function loadAppeals(params: Record<string, string | string[] | undefined>): Promise<Appeals> {
	const scope = await requireScope("application.read", routes.ops.appeals());
	const query = parseAppealQuery(params);
	const [page, counts, calendar] = await Promise.all([
		listAppeals(scope, query.tab, query.after),
		countAppeals(scope),
		readWorkCalendar(),
	]);
	return {
		query,
		...page,
		counts,
		calendar,
		today: businessDayOf(new Date()),
		viewer: { userId: scope.userId, role: scope.role },
		canJudge: can(scope.role, "appeal.decide"),
	};
}

/** One appeal before its judge, with the decision it is about. */
export const loadAppeal = cache(async (id: string): Promise<AppealPage> => {
	const scope = await requireScope("application.read", routes.ops.appeal(id));
	const { appeal, involvement } = (await findAppealCase(scope, id)) ?? notFound();
	const application = (await findSubmittedApplication(scope, appeal.applicationId)) ?? notFound();
	const [reviews, timeline, evidence, applicationEvidence, history, other, names, calendar] =
		await Promise.all([
			listReviews(scope, application.id),
			listTimeline(scope, application.id),
			listFiles(scope, { purpose: "APPEAL", subjectId: id }),
			listEvidence(scope, application.id),
			readCompanyHistory(scope, application),
			findOtherCase(scope, application),
			nameUsers(
				scope,
				[appeal.filedById, appeal.assigneeId, appeal.decidedById].filter((one) => one !== null),
			),
			readWorkCalendar(),
		]);
	const dueOn = appeal.dueOn.toISOString().slice(0, 10);
	const { submissionNo } = appeal;
	const rows = reviews.map((review) => ({ ...review, reviewerId: review.reviewerId ?? "" }));
	return {
		appeal: { ...appeal, dueOn },
		application,
		filedByName: names.get(appeal.filedById) ?? null,
		assigneeName: names.get(appeal.assigneeId ?? "") ?? null,
		deciderName: names.get(appeal.decidedById ?? "") ?? null,
		decision: carryingOpinions(rows, { ...application, appealedSubmissions: [submissionNo] }, submissionNo),
		verdict: application.submissionNo === submissionNo ? application.checks : null,
		timeline,
		evidence,
		applicationEvidence,
		history,
		other,
		clock: readReviewClock(calendar, dueOn, businessDayOf(new Date())),
		viewer: { userId: scope.userId, role: scope.role },
		involvement,
		canJudge: can(scope.role, "appeal.decide"),
	};
});
