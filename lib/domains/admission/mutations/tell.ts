import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { composeMail } from "@/lib/platform/mail/compose";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

/** What the applicant's people are told of, and which of it is weighty enough for a mail. */
const mailed = {
	applicationSubmitted: true,
	applicationInReview: false,
	applicationReleased: false,
	applicationChangesRequested: true,
	applicationApproved: true,
	applicationRejected: true,
	applicationWithdrawn: true,
	agreementAccepted: false,
	depositReported: false,
	depositReturned: true,
	depositConfirmed: true,
	partnerActivated: true,
	appealFiled: true,
	appealWithdrawn: false,
	appealDismissed: true,
	appealOverturned: true,
} as const satisfies Record<string, boolean>;
export type ApplicantNews = keyof typeof mailed;

export type ReviewerNews =
	| "applicationResubmitted"
	| "applicationWithdrawnForReviewer"
	| "applicationTakenOver"
	| "applicationAssigned"
	| "appealWithdrawnForReviewer";

export type ToldApplication = {
	id: string;
	number: string;
	companyName: string;
	organisationId: string;
	/** After the change: one change is told once. */
	version: number;
};

type Params = Record<string, string | number>;

function keyOf(kind: string, application: ToldApplication): string {
	return `${kind}:${application.id}:${application.version}`;
}

function paramsOf(application: ToldApplication, params: Params): Params {
	return { number: application.number, company: application.companyName, ...params };
}

/** Notifies the members of the applicant's organisation, by mail too where it matters, inside the change's transaction. */
export async function tellApplicant(
	tx: Tx,
	application: ToldApplication,
	kind: ApplicantNews,
	params: Params = {},
): Promise<void> {
	const members = await tx.user.findMany({
		where: { status: "ACTIVE", memberships: { some: { organisationId: application.organisationId } } },
		select: { id: true, email: true, name: true, locale: true },
	});
	const href = kind === "partnerActivated" ? routes.partner.home() : routes.partner.application();
	const key = keyOf(kind, application);
	await notifyUsers(
		tx,
		members.map((member) => member.id),
		{ key, kind, params: paramsOf(application, params), href },
	);
	if (!mailed[kind]) return;
	const news = { key, kind, values: paramsOf(application, params), href };
	for (const member of members) await enqueueMail(tx, await composeMail(member, news));
}

/** Notifies the reviewer who holds the application, unless it is their own doing. */
export async function tellReviewer(
	tx: Tx,
	application: ToldApplication & { assigneeId: string | null },
	kind: ReviewerNews,
	params: Params = {},
): Promise<void> {
	if (!application.assigneeId) return;
	await notifyUsers(tx, [application.assigneeId], {
		key: keyOf(kind, application),
		kind,
		params: paramsOf(application, params),
		href: routes.ops.application(application.id),
	});
}

/** Notifies a reviewer that a lead gave them an application. */
export function tellAssigned(
	tx: Tx,
	application: ToldApplication,
	reviewerId: string,
	params: Params,
): Promise<void> {
	return tellReviewer(tx, { ...application, assigneeId: reviewerId }, "applicationAssigned", params);
}

/** Notifies the leads that two reviewers differ, except those who are bound to the case. */
export async function tellLeads(
	tx: Tx,
	application: ToldApplication,
	kind: "applicationNeedsLead",
): Promise<void> {
	const leads = await tx.$queryRaw<{ id: string }[]>`
		SELECT DISTINCT u.id
		  FROM users u JOIN memberships m ON m.user_id = u.id
		 WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead'
		   AND NOT has_conflict(u.id, ${application.organisationId})
		   AND NOT EXISTS (SELECT FROM reviews r WHERE r.application_id = ${application.id} AND r.reviewer_id = u.id)`;
	await notifyUsers(
		tx,
		leads.map((lead) => lead.id),
		{
			key: keyOf(kind, application),
			kind,
			params: paramsOf(application, {}),
			href: routes.ops.application(application.id),
		},
	);
}

/** Notifies whoever held an appeal that a colleague took it over. */
export async function tellAppealTakenOver(
	tx: Tx,
	appeal: { id: string; number: string; assigneeId: string | null },
	version: number,
	by: string,
): Promise<void> {
	if (!appeal.assigneeId) return;
	await notifyUsers(tx, [appeal.assigneeId], {
		key: `appealTakenOver:${appeal.id}:${version}`,
		kind: "appealTakenOver",
		params: { appeal: appeal.number, by },
		href: routes.ops.appeal(appeal.id),
	});
}

/** Notifies those whose decision an appeal overturned: others review anew. */
export async function tellOverturned(
	tx: Tx,
	application: ToldApplication,
	appeal: { number: string; submissionNo: number },
): Promise<void> {
	const reviews = await tx.review.findMany({
		where: { applicationId: application.id, submissionNo: appeal.submissionNo },
		select: { reviewerId: true },
	});
	await notifyUsers(
		tx,
		reviews.map((review) => review.reviewerId),
		{
			key: keyOf("decisionOverturned", application),
			kind: "decisionOverturned",
			params: paramsOf(application, { appeal: appeal.number }),
			href: routes.ops.application(application.id),
		},
	);
}
