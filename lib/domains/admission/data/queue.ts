import "server-only";
import {
	countQueueFilters,
	isOldestFirst,
	type QueueCursor,
	type QueueQuery,
	type QueueTab,
	queueCountCap,
	queuePageSize,
	queueTabNames,
	queueTabs,
} from "@/lib/domains/admission/rules/queue-query";
import type { QueuePage, QueueRow, QueueTotal, ScopeCounts } from "@/lib/domains/admission/rules/queue-rows";
import type { ApplicationState, ReviewStage } from "@/lib/domains/admission/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { filterOf, type QueueDays, type SearchBy } from "./queue-filter";

const columns = `a.id, a.number, a.company_name AS "companyName", a.uscc, a.contact_name AS "contactName",
	a.contact_phone AS "contactPhone", a.region, a.primary_track AS "primaryTrack", a.state, a.review_stage AS "reviewStage",
	a.version, a.submitted_at AS "submittedAt", to_char(a.due_on, 'YYYY-MM-DD') AS "dueOn", a.decided_at AS "decidedAt",
	a.assignee_id AS "assigneeId", u.name AS "assigneeName",
	CASE WHEN a.checks IS NOT NULL THEN
		jsonb_array_length(jsonb_path_query_array(a.checks, '$.results[*] ? (@.status == "failed")'))
	END AS "failedChecks"`;

/**
 * One page of the queue by keyset on (submitted_at, id), in an index's order. Going back reads the other way and turns the
 * rows round. One row more than a page tells whether there is another.
 */
export async function listQueuePage(
	scope: PlatformScope,
	query: QueueQuery,
	days: QueueDays,
	by: SearchBy = "index",
): Promise<QueuePage> {
	const filter = filterOf(scope, query, days, by);
	const order = orderOf(query, filter.values);
	const { rows } = await pool().query<QueueRow>(
		`SELECT ${columns}
		   FROM (SELECT a.* FROM applications a WHERE ${filter.sql} ${order.keyset}
		          ORDER BY ${order.by} LIMIT ${queuePageSize + 1}) a
		   LEFT JOIN users u ON u.id = a.assignee_id
		  ORDER BY ${order.by}`,
		filter.values,
	);
	return toPage(query, rows);
}

/** The order a page is read in, backwards for the page before, and where it begins; the cursor joins `values`. */
function orderOf(query: QueueQuery, values: unknown[]) {
	const ascending = isOldestFirst(query.tab) !== (query.before !== null);
	const cursor = query.after ?? query.before;
	const direction = ascending ? "ASC" : "DESC";
	return {
		direction,
		by: `a.submitted_at ${direction}, a.id ${direction}`,
		keyset: cursor ? keysetOf(cursor, ascending, values) : "",
	};
}

/** One row more than a page shows tells that there is another page. */
function toPage(query: QueueQuery, rows: readonly QueueRow[]): QueuePage {
	const backwards = query.before !== null;
	const hasMore = rows.length > queuePageSize;
	const shown = rows.slice(0, queuePageSize);
	if (backwards) shown.reverse();
	return {
		rows: shown,
		hasPrevious: backwards ? hasMore : query.after !== null,
		hasNext: backwards || hasMore,
	};
}

function keysetOf(cursor: QueueCursor, ascending: boolean, values: unknown[]): string {
	const at = values.push(new Date(cursor.submittedAtMs));
	const id = values.push(cursor.id);
	return `AND (a.submitted_at, a.id) ${ascending ? ">" : "<"} ($${at}::timestamptz, $${id}::text)`;
}

/** How many rows the filter has, as far as anybody reads. */
export async function countQueue(
	scope: PlatformScope,
	query: QueueQuery,
	days: QueueDays,
): Promise<QueueTotal> {
	const filter = filterOf(scope, query, days);
	const { rows } = await pool().query<{ count: number }>(
		`SELECT count(*)::int AS count
		   FROM (SELECT FROM applications a WHERE ${filter.sql} LIMIT ${queueCountCap + 1}) found`,
		filter.values,
	);
	const count = rows[0]?.count ?? 0;
	return { count: Math.min(count, queueCountCap), isCapped: count > queueCountCap };
}

/**
 * A page and how many there are. What a search finds is looked up once for both; where more is found than anybody counts,
 * the page is read in its own order instead, for it is soon full.
 */
export async function searchQueue(
	scope: PlatformScope,
	query: QueueQuery,
	days: QueueDays,
): Promise<{ page: QueuePage; total: QueueTotal }> {
	if (query.q === "") {
		const [page, total] = await Promise.all([
			listQueuePage(scope, query, days),
			countQueue(scope, query, days),
		]);
		return { page, total };
	}
	const filter = filterOf(scope, query, days);
	const order = orderOf(query, filter.values);
	const { rows } = await pool().query<QueueRow & { found: number }>(
		`WITH found AS MATERIALIZED (
		   SELECT a.id, a.submitted_at FROM applications a WHERE ${filter.sql} LIMIT ${queueCountCap + 1})
		 SELECT counted.found, p.*
		   FROM (SELECT count(*)::int AS found FROM found) counted
		   LEFT JOIN (SELECT ${columns}
		                FROM (SELECT a.id FROM found a WHERE true ${order.keyset}
		                       ORDER BY ${order.by} LIMIT ${queuePageSize + 1}) shown
		                JOIN applications a USING (id) LEFT JOIN users u ON u.id = a.assignee_id) p
		     ON counted.found <= ${queueCountCap}
		  ORDER BY p."submittedAt" ${order.direction}, p.id ${order.direction}`,
		filter.values,
	);
	const found = rows[0]?.found ?? 0;
	const total = { count: Math.min(found, queueCountCap), isCapped: found > queueCountCap };
	if (total.isCapped) return { total, page: await listQueuePage(scope, query, days, "scan") };
	return {
		total,
		page: toPage(
			query,
			rows.filter((row) => row.id !== null),
		),
	};
}

/** How many applications each tab holds, without the other filters. */
export async function countQueueTabs(_scope: PlatformScope): Promise<Record<QueueTab, number>> {
	const { rows } = await pool().query<{ state: ApplicationState; stage: ReviewStage; count: number }>(
		`SELECT state, review_stage AS stage, sum(change)::int AS count
		   FROM application_count_changes GROUP BY state, review_stage`,
	);
	const sumOf = (tab: QueueTab) => {
		const { states, stages } = queueTabs[tab];
		return rows
			.filter((row) => (states as readonly ApplicationState[]).includes(row.state))
			.filter((row) => stages === null || (stages as readonly ReviewStage[]).includes(row.stage))
			.reduce((sum, row) => sum + row.count, 0);
	};
	return Object.fromEntries(queueTabNames.map((tab) => [tab, sumOf(tab)])) as Record<QueueTab, number>;
}

/** The total of a tab that nothing else narrows down is known already. */
export function isWholeTab(query: QueueQuery): boolean {
	return query.scope === "" && countQueueFilters(query) === 0;
}

/** Of the open work, or of what waits for a second opinion: mine, nobody's, overdue, due soon. */
export async function countQueueScopes(
	scope: PlatformScope,
	tab: "open" | "second",
	{ today, soonBefore }: QueueDays,
): Promise<ScopeCounts> {
	const { rows } = await pool().query<ScopeCounts>(
		`SELECT count(*)::int AS "all",
		        count(*) FILTER (WHERE assignee_id = $1)::int AS mine,
		        count(*) FILTER (WHERE assignee_id IS NULL)::int AS unassigned,
		        count(*) FILTER (WHERE due_on < $2::date)::int AS overdue,
		        count(*) FILTER (WHERE due_on >= $2::date AND due_on < $3::date)::int AS soon
		   FROM applications
		  WHERE state IN ('SUBMITTED', 'IN_REVIEW')${tab === "second" ? " AND state = 'IN_REVIEW' AND review_stage IN ('SECOND', 'LEAD')" : ""}`,
		[scope.userId, today, soonBefore],
	);
	return rows[0] ?? { all: 0, mine: 0, unassigned: 0, overdue: 0, soon: 0 };
}

export type Claimable = { applicationId: string; version: number };

/** Work nobody holds and this reviewer may take, the most pressing first. */
export async function listClaimable(scope: PlatformScope, limit: number): Promise<Claimable[]> {
	const { rows } = await pool().query<Claimable>(
		`SELECT a.id AS "applicationId", a.version
		   FROM applications a
		  WHERE a.state IN ('SUBMITTED', 'IN_REVIEW') AND a.assignee_id IS NULL
		    AND (a.state = 'SUBMITTED' OR a.review_stage <> 'LEAD' OR $2)
		    AND NOT has_conflict($1, a.organisation_id)
		    AND NOT EXISTS (
		      SELECT FROM reviews r
		       WHERE r.application_id = a.id AND r.reviewer_id = $1
		         AND (a.state = 'IN_REVIEW' AND r.submission_no = a.submission_no
		              OR EXISTS (SELECT FROM appeals p WHERE p.application_id = a.id AND p.submission_no = r.submission_no
		                            AND p.state = 'OVERTURNED')))
		  ORDER BY a.due_on, a.submitted_at, a.id
		  LIMIT $3`,
		[scope.userId, scope.role === "ops_lead", limit],
	);
	return rows;
}
