import "server-only";
import { nameUsers } from "@/lib/domains/admission/data/users";
import { sideOf } from "@/lib/domains/admission/policy";
import { forApplicant, forReviewers } from "@/lib/domains/admission/rules/opinions";
import { type ChangeRequest, changeRequestSchema } from "@/lib/domains/admission/schema/review";
import type { ApplicationState, ReviewRecord, TimelineEvent } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Review } from "@/lib/platform/db/generated/client";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";

type Row = {
	id: bigint;
	event: TimelineEvent["event"];
	toState: ApplicationState;
	at: Date;
	actorName: string | null;
	actorIsPlatform: boolean;
};

/** What happened to an application, oldest first; nothing for a partner whose application it is not. */
export async function listTimeline(
	scope: PartnerScope | PlatformScope,
	applicationId: string,
): Promise<TimelineEvent[]> {
	const { rows } = await pool().query<Row>(
		`SELECT e.id, e.event, e.to_state AS "toState", e.at, u.name AS "actorName",
		        NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = e.actor_user_id AND m.organisation_id = a.organisation_id)
		          AS "actorIsPlatform"
		   FROM application_events e
		   JOIN applications a ON a.id = e.application_id
		   LEFT JOIN users u ON u.id = e.actor_user_id
		  WHERE e.application_id = $1 AND ($2::text IS NULL OR a.organisation_id = $2)
		  ORDER BY e.id`,
		[applicationId, scope.workspace === "partner" ? scope.organisationId : null],
	);
	return rows.map((row) => ({ ...row, id: String(row.id) }));
}

/**
 * The opinions and requests on an application, newest first, as far as the reader may know them: the applicant reads what
 * carries a decision but not who wrote it; a reviewer reads no opinion that is still sealed (rules/opinions).
 */
export async function listReviews(
	scope: PartnerScope | PlatformScope,
	applicationId: string,
	client: Tx = db(),
): Promise<ReviewRecord[]> {
	const isPartner = scope.workspace === "partner";
	const application = await client.application.findFirst({
		where: { id: applicationId, ...(isPartner && { organisationId: scope.organisationId }) },
		select: {
			state: true,
			submissionNo: true,
			reviews: { orderBy: [{ decidedAt: "desc" }, { id: "desc" }] },
			appeals: { select: { submissionNo: true } },
		},
	});
	if (!application) return [];
	const standing = {
		...application,
		appealedSubmissions: application.appeals.map((appeal) => appeal.submissionNo),
	};
	const rows = isPartner
		? forApplicant(application.reviews, standing)
		: forReviewers(application.reviews, standing, {
				userId: scope.userId,
				takesPart: sideOf(scope.role) !== null,
			});
	const names = isPartner
		? new Map<string, string>()
		: await nameUsers(
				scope,
				rows.map((row) => row.reviewerId),
				client,
			);
	return rows.map((row) => toRecord(row, isPartner ? null : row.reviewerId, names));
}

function toRecord(row: Review, reviewerId: string | null, names: ReadonlyMap<string, string>): ReviewRecord {
	return {
		id: row.id,
		submissionNo: row.submissionNo,
		stage: row.stage,
		decision: row.decision,
		reviewerId,
		reviewerName: (reviewerId && names.get(reviewerId)) ?? null,
		scores: readScores(row),
		compositeBps: row.compositeBps,
		reasonCodes: row.reasonCodes,
		comment: row.comment,
		requests: changeRequestSchema.array().catch([]).parse(row.requests) satisfies ChangeRequest[],
		decidedAt: row.decidedAt,
	};
}

type ScoreColumns = Record<"traffic" | "livestream" | "incubation" | "fulfilment" | "supply", number | null>;

function readScores(row: ScoreColumns): ReviewRecord["scores"] {
	const { traffic, livestream, incubation, fulfilment, supply } = row;
	if (traffic === null || livestream === null || incubation === null) return null;
	if (fulfilment === null || supply === null) return null;
	return { traffic, livestream, incubation, fulfilment, supply };
}
