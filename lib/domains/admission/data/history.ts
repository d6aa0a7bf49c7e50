import "server-only";
import { type ChangeRequest, changeRequestSchema } from "@/lib/domains/admission/schema/review";
import type { ApplicationState, ReviewRecord, TimelineEvent } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
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

/** The decisions on an application, newest first. A partner reads the words but not who wrote them. */
export async function listReviews(
	scope: PartnerScope | PlatformScope,
	applicationId: string,
	client: Tx = db(),
): Promise<ReviewRecord[]> {
	const isPartner = scope.workspace === "partner";
	const rows = await client.review.findMany({
		where: {
			applicationId,
			...(isPartner && { application: { organisationId: scope.organisationId } }),
		},
		orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
	});
	const reviewers = isPartner
		? []
		: await client.user.findMany({
				where: { id: { in: rows.map((row) => row.reviewerId) } },
				select: { id: true, name: true },
			});
	return rows.map((row) => ({
		id: row.id,
		decision: row.decision,
		reviewerName: reviewers.find((reviewer) => reviewer.id === row.reviewerId)?.name ?? null,
		scores: readScores(row),
		compositeBps: row.compositeBps,
		reasonCodes: row.reasonCodes,
		comment: row.comment,
		requests: changeRequestSchema.array().catch([]).parse(row.requests) satisfies ChangeRequest[],
		decidedAt: row.decidedAt,
	}));
}

type ScoreColumns = Record<"traffic" | "livestream" | "incubation" | "fulfilment" | "supply", number | null>;

function readScores(row: ScoreColumns): ReviewRecord["scores"] {
	const { traffic, livestream, incubation, fulfilment, supply } = row;
	if (traffic === null || livestream === null || incubation === null) return null;
	if (fulfilment === null || supply === null) return null;
	return { traffic, livestream, incubation, fulfilment, supply };
}
