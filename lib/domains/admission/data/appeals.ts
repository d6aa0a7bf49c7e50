import "server-only";
import type { JudgeInvolvement } from "@/lib/domains/admission/policy";
import {
	type AppealCursor,
	type AppealTab,
	appealsPerPage,
	appealTabStates,
	appealTabs,
} from "@/lib/domains/admission/rules/appeal-query";
import type { AppealRow } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Appeal } from "@/lib/platform/db/generated/client";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

const involvementSql = (user: string) => `
	has_conflict(${user}, p.organisation_id) AS "hasConflict",
	EXISTS (SELECT FROM reviews r WHERE r.application_id = p.application_id AND r.reviewer_id = ${user}) AS "hadPart"`;

/** One page of appeals: open ones by the day they are due, settled ones newest first. */
export async function listAppeals(
	scope: PlatformScope,
	tab: AppealTab,
	after: AppealCursor | null,
): Promise<{ rows: AppealRow[]; next: AppealCursor | null }> {
	const settled = tab === "decided";
	const order = settled ? "p.decided_at DESC NULLS LAST, p.id DESC" : "p.due_on, p.id";
	const keyset = settled
		? `AND (coalesce(p.decided_at, '-infinity'), p.id) < ($3::timestamptz, $4)`
		: `AND (p.due_on, p.id) > ($3::date, $4)`;
	const values: unknown[] = [scope.userId, appealTabStates[tab]];
	if (after) values.push(after.at, after.id);
	const { rows } = await pool().query<AppealRow & { cursorAt: string }>(
		`SELECT p.id, p.number, p.state, p.version, p.application_id AS "applicationId", a.number AS "applicationNumber",
		        a.company_name AS "companyName", p.filed_at AS "filedAt", to_char(p.due_on, 'YYYY-MM-DD') AS "dueOn",
		        p.decided_at AS "decidedAt", p.assignee_id AS "assigneeId", u.name AS "assigneeName", d.name AS "deciderName",
		        ${settled ? "coalesce(p.decided_at, '-infinity')::text" : "p.due_on::text"} AS "cursorAt",
		        ${involvementSql("$1")}
		   FROM appeals p JOIN applications a ON a.id = p.application_id
		   LEFT JOIN users u ON u.id = p.assignee_id
		   LEFT JOIN users d ON d.id = p.decided_by_id
		  WHERE p.state = ANY($2::appeal_state[]) ${tab === "mine" ? "AND p.assignee_id = $1" : ""} ${after ? keyset : ""}
		  ORDER BY ${order} LIMIT ${appealsPerPage + 1}`,
		values,
	);
	const shown = rows.slice(0, appealsPerPage);
	const last = shown.at(-1);
	return {
		rows: shown,
		next: rows.length > appealsPerPage && last ? { at: last.cursorAt, id: last.id } : null,
	};
}

/** How many appeals each tab holds. */
export async function countAppeals(scope: PlatformScope): Promise<Record<AppealTab, number>> {
	const { rows } = await pool().query<Record<AppealTab, number>>(
		`SELECT count(*) FILTER (WHERE state = 'OPEN')::int AS open,
		        count(*) FILTER (WHERE state = 'OPEN' AND assignee_id = $1)::int AS mine,
		        count(*) FILTER (WHERE state <> 'OPEN')::int AS decided
		   FROM appeals`,
		[scope.userId],
	);
	return rows[0] ?? (Object.fromEntries(appealTabs.map((tab) => [tab, 0])) as Record<AppealTab, number>);
}

/** An appeal with how far the reader is bound to it; null where there is none. */
export async function findAppealCase(
	scope: PlatformScope,
	id: string,
	client: Tx = db(),
): Promise<{ appeal: Appeal; involvement: JudgeInvolvement } | null> {
	const appeal = await client.appeal.findUnique({ where: { id } });
	if (!appeal) return null;
	const { applicationId, organisationId } = appeal;
	const { userId } = scope;
	const [conflicts, reviews] = await Promise.all([
		client.conflictOfInterest.count({ where: { userId, organisationId } }),
		client.review.count({ where: { applicationId, reviewerId: userId } }),
	]);
	return { appeal, involvement: { hasConflict: conflicts > 0, hadPart: reviews > 0 } };
}

/** The appeals against decisions on an application, newest first. */
export async function listAppealsOf(
	_scope: PlatformScope,
	applicationId: string,
): Promise<Pick<Appeal, "id" | "number" | "state" | "submissionNo" | "decidedAt" | "decisionReason">[]> {
	return db().appeal.findMany({
		where: { applicationId },
		orderBy: { submissionNo: "desc" },
		select: {
			id: true,
			number: true,
			state: true,
			submissionNo: true,
			decidedAt: true,
			decisionReason: true,
		},
	});
}

export type OtherCase = { readonly kind: "OPEN" | "APPROVED"; readonly id: string; readonly number: string };

/** What else of the company stands in the way of reopening an application: it has one open case at most. */
export async function findOtherCase(
	_scope: PlatformScope,
	application: { id: string; organisationId: string },
	client: Tx = db(),
): Promise<OtherCase | null> {
	const row = await client.application.findFirst({
		where: {
			organisationId: application.organisationId,
			id: { not: application.id },
			OR: [
				{ state: { in: ["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED"] } },
				{ state: "APPROVED", OR: [{ partner: null }, { partner: { status: { not: "EXITED" } } }] },
			],
		},
		orderBy: { createdAt: "desc" },
		select: { id: true, number: true, state: true },
	});
	return row && { kind: row.state === "APPROVED" ? "APPROVED" : "OPEN", id: row.id, number: row.number };
}
