import type { PoolClient } from "pg";
import { routes } from "@/lib/platform/routes/routes";
import type { ApplicationPlan, EventPlan } from "./applications";
import { copyObjects } from "./copy";
import { demoId } from "./identifiers";
import { createRandom } from "./random";
import type { Timeline } from "./timeline";

type Numbered = ApplicationPlan & { number: string };
type NotificationPlan = {
	id: string;
	key: string;
	userId: string;
	kind: string;
	params: Record<string, string | number>;
	href: string;
	readAt: Date | null;
	createdAt: Date;
};

const kindOf: Partial<Record<EventPlan["event"], string>> = {
	claim: "applicationInReview",
	request_changes: "applicationChangesRequested",
	approve: "applicationApproved",
	reject: "applicationRejected",
};
const DAYS_UNREAD = 6;

function paramsOf(application: Numbered): Record<string, string | number> {
	const count = application.reviews.findLast((review) => review.decision === "REQUEST_CHANGES")?.requests
		.length;
	return { number: application.number, company: application.form.company.name, count: count ?? 0 };
}

/** What the applicants were told of the moves of their applications; the latest days are unread. */
function planNotifications(timeline: Timeline, applications: readonly Numbered[]): NotificationPlan[] {
	const random = createRandom("notifications");
	const unreadSince = Date.parse(`${timeline.today}T00:00:00+08:00`) - DAYS_UNREAD * 86_400_000;
	return applications.flatMap((application) =>
		application.events.flatMap((event, position): NotificationPlan[] => {
			const kind = kindOf[event.event];
			if (!kind) return [];
			const readAt = event.at.getTime() < unreadSince ? new Date(event.at.getTime() + 3_600_000) : null;
			return [
				{
					id: demoId("ntf", event.at, random),
					key: `${kind}:${application.id}:demo-${position}:${application.owner.id}`,
					userId: application.owner.id,
					kind,
					params: paramsOf(application),
					href: routes.partner.application(),
					readAt,
					createdAt: event.at,
				},
			];
		}),
	);
}

/** Work that waits for the reviewers: the newest submissions taken back into the queue after changes. */
function planReviewerNotifications(applications: readonly Numbered[]): NotificationPlan[] {
	const random = createRandom("reviewer-notifications");
	return applications.flatMap((application) => {
		const resubmitted = application.events.findLast(
			(event) => event.event === "submit" && event.from === "CHANGES_REQUESTED",
		);
		if (!resubmitted || !application.assignee) return [];
		return [
			{
				id: demoId("ntf", resubmitted.at, random),
				key: `applicationResubmitted:${application.id}:demo:${application.assignee.id}`,
				userId: application.assignee.id,
				kind: "applicationResubmitted",
				params: paramsOf(application),
				href: routes.ops.application(application.id),
				readAt: application.decidedAt,
				createdAt: resubmitted.at,
			},
		];
	});
}

export function writeNotifications(
	client: PoolClient,
	timeline: Timeline,
	applications: readonly Numbered[],
): Promise<number> {
	return copyObjects<NotificationPlan>(
		client,
		"notifications",
		{
			id: (row) => row.id,
			key: (row) => row.key,
			user_id: (row) => row.userId,
			kind: (row) => row.kind,
			params: (row) => row.params,
			href: (row) => row.href,
			read_at: (row) => row.readAt,
			created_at: (row) => row.createdAt,
		},
		[...planNotifications(timeline, applications), ...planReviewerNotifications(applications)],
	);
}
