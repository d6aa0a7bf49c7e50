import "server-only";
import type { ClientBase, Pool } from "pg";
import type {
	FundApplication,
	FundCase,
	FundEvent,
	FundGrant,
	FundMovement,
	FundNote,
	FundVote,
} from "@/lib/domains/fund/types";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";

type Asked = Pick<Pool | ClientBase, "query">;

const columns = `a.id, a.number, a.partner_id AS "partnerId", p.name AS "partnerName", a.organisation_id AS "organisationId",
	a.pool_id AS "poolId", a.title, a.story, a.use_of_funds AS "useOfFunds", a.asked_fen AS "askedFen", a.stage, a.version,
	a.stage_since AS "stageSince", f.name AS "appliedByName", a.applied_at AS "appliedAt", a.decided_at AS "decidedAt",
	a.decision_reason AS "decisionReason", a.committed_fen AS "committedFen", g.id AS "grantId", g.reserved, g.open, g.spent,
	g.clawed_back AS "clawedBack", g.released`;
const tables = `fund_applications a JOIN partners p ON p.id = a.partner_id LEFT JOIN users f ON f.id = a.applied_by_id
	LEFT JOIN pool_grants g ON g.id = a.pool_grant_id`;

type Flat<T> = Omit<T, "grant"> & Omit<FundGrant, "id"> & { grantId: string | null };

function withGrant<T extends { grant: FundGrant | null }>(row: Flat<T>): T {
	const { grantId, reserved, open, spent, clawedBack, released, ...rest } = row;
	const grant = grantId && { id: grantId, reserved, open, spent, clawedBack, released };
	return { ...rest, grant: grant || null } as unknown as T;
}

/** Applications of the organisation, newest first. */
export async function listOwnFundApplications(scope: PartnerScope): Promise<FundApplication[]> {
	const { rows } = await pool().query<Flat<FundApplication>>(
		`SELECT ${columns} FROM ${tables} WHERE a.organisation_id = $1 ORDER BY a.applied_at DESC, a.id DESC LIMIT 50`,
		[scope.organisationId],
	);
	return rows.map((row) => withGrant<FundApplication>(row));
}

/** One of the organisation's own; null for anybody else's. */
export async function findOwnFundApplication(
	scope: PartnerScope,
	id: string,
): Promise<FundApplication | null> {
	const { rows } = await pool().query<Flat<FundApplication>>(
		`SELECT ${columns} FROM ${tables} WHERE a.organisation_id = $1 AND a.id = $2`,
		[scope.organisationId, id],
	);
	return rows[0] ? withGrant<FundApplication>(rows[0]) : null;
}

export async function findFundCase(
	_scope: PlatformScope,
	id: string,
	client: Asked = pool(),
): Promise<FundCase | null> {
	const { rows } = await client.query<Flat<FundCase>>(
		`SELECT ${columns}, a.round, a.policy_version AS "policyVersion", a.assignee_id AS "assigneeId",
		        u.name AS "assigneeName", d.name AS "decidedByName"
		   FROM ${tables} LEFT JOIN users u ON u.id = a.assignee_id LEFT JOIN users d ON d.id = a.decided_by_id
		  WHERE a.id = $1`,
		[id],
	);
	return rows[0] ? withGrant<FundCase>(rows[0]) : null;
}

export async function listFundVotes(
	_scope: PlatformScope,
	applicationId: string,
	client: Asked = pool(),
): Promise<FundVote[]> {
	const { rows } = await client.query<FundVote>(
		`SELECT user_id AS "userId", user_name AS "userName", round, choice, reason, at
		   FROM fund_votes WHERE application_id = $1 ORDER BY round DESC, at`,
		[applicationId],
	);
	return rows;
}

export async function listFundNotes(_scope: PlatformScope, applicationId: string): Promise<FundNote[]> {
	const { rows } = await pool().query<FundNote>(
		`SELECT id, author_name AS "authorName", body, at FROM fund_notes
		  WHERE application_id = $1 ORDER BY at DESC, id DESC LIMIT 100`,
		[applicationId],
	);
	return rows;
}

/** Newest first. For the applicant: every move, and the reasons it may read. */
export async function listFundEvents(
	applicationId: string,
	{ isShared }: { isShared: boolean },
): Promise<FundEvent[]> {
	const { rows } = await pool().query<FundEvent>(
		`SELECT id::text, from_stage AS "fromStage", to_stage AS "toStage", at, is_shared AS "isShared",
		        CASE WHEN $2 AND (from_stage IS NOT NULL AND to_stage <> 'WITHDRAWN') THEN '' ELSE actor_label END AS "actorLabel",
		        CASE WHEN is_shared OR NOT $2 THEN reason END AS reason
		   FROM fund_events WHERE application_id = $1 ORDER BY id DESC LIMIT 100`,
		[applicationId, isShared],
	);
	return rows;
}

/** What has moved on a commitment, oldest first. */
export async function listFundMovements(grantId: string | undefined): Promise<FundMovement[]> {
	if (!grantId) return [];
	const { rows } = await pool().query<FundMovement>(
		`SELECT id, kind, from_account AS "fromAccount", to_account AS "toAccount", amount, reason, actor_label AS "actorLabel",
		        at, booked_on AS "bookedOn"
		   FROM pool_movements WHERE grant_id = $1 ORDER BY at, id LIMIT 200`,
		[grantId],
	);
	return rows;
}

/** What the pool of an application still has. */
export async function readFundAvailable(poolId: string): Promise<bigint> {
	const { rows } = await pool().query<{ available: bigint }>("SELECT available FROM pools WHERE id = $1", [
		poolId,
	]);
	return rows[0]?.available ?? 0n;
}
