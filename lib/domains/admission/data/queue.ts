import "server-only";
import {
	isOldestFirst,
	type QueueCursor,
	type QueueQuery,
	type QueueTab,
	queuePageSize,
	queueTabNames,
	queueTabs,
} from "@/lib/domains/admission/rules/queue-query";
import type { ApplicationState, QueuePage, QueueRow } from "@/lib/domains/admission/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

type Condition = { sql: string; values: unknown[] };

function escapeLike(text: string): string {
	return text.replace(/[\\%_]/g, "\\$&");
}

/** The filter as SQL; values only ever travel as parameters. */
function filterOf(scope: PlatformScope, query: QueueQuery): Condition {
	const values: unknown[] = [queueTabs[query.tab]];
	const use = (value: unknown) => `$${values.push(value)}`;
	const parts = ["a.state = ANY($1::application_state[])", "a.submitted_at IS NOT NULL"];
	if (query.track) parts.push(`a.primary_track = ${use(query.track)}`);
	if (query.assignee === "mine") parts.push(`a.assignee_id = ${use(scope.userId)}`);
	if (query.assignee === "none") parts.push("a.assignee_id IS NULL");
	if (query.q) {
		const anywhere = use(`%${escapeLike(query.q)}%`);
		const start = use(`${escapeLike(query.q.replace(/\s/g, "").toUpperCase())}%`);
		parts.push(
			`(a.company_name ILIKE ${anywhere} OR a.contact_name ILIKE ${anywhere} OR a.contact_phone LIKE ${start} OR a.uscc LIKE ${start} OR a.number LIKE ${start})`,
		);
	}
	return { sql: parts.join(" AND "), values };
}

/**
 * One page of the queue by keyset on (submitted_at, id), which the index (state, submitted_at, id) serves. Going back
 * reads the other way and turns the rows round. One row more than a page tells whether there is another.
 */
export async function listQueuePage(scope: PlatformScope, query: QueueQuery): Promise<QueuePage> {
	const filter = filterOf(scope, query);
	const backwards = query.before !== null;
	const ascending = isOldestFirst(query.tab) !== backwards;
	const cursor = query.after ?? query.before;
	const keyset = cursor ? keysetOf(cursor, ascending, filter.values) : "";
	const direction = ascending ? "ASC" : "DESC";
	const { rows } = await pool().query<QueueRow>(
		`SELECT a.id, a.number, a.company_name AS "companyName", a.uscc, a.contact_name AS "contactName",
		        a.region, a.primary_track AS "primaryTrack", a.state, a.version, a.submitted_at AS "submittedAt",
		        to_char(a.due_on, 'YYYY-MM-DD') AS "dueOn", a.decided_at AS "decidedAt", a.assignee_id AS "assigneeId", u.name AS "assigneeName",
		        a.checks
		   FROM applications a LEFT JOIN users u ON u.id = a.assignee_id
		  WHERE ${filter.sql} ${keyset}
		  ORDER BY a.submitted_at ${direction}, a.id ${direction}
		  LIMIT ${queuePageSize + 1}`,
		filter.values,
	);
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

/** How many rows the filter has in all. */
export async function countQueue(scope: PlatformScope, query: QueueQuery): Promise<number> {
	const filter = filterOf(scope, query);
	const { rows } = await pool().query<{ count: number }>(
		`SELECT count(*)::int AS count FROM applications a WHERE ${filter.sql}`,
		filter.values,
	);
	return rows[0]?.count ?? 0;
}

/** How many applications each tab holds, without the other filters. */
export async function countQueueTabs(_scope: PlatformScope): Promise<Record<QueueTab, number>> {
	const { rows } = await pool().query<{ state: ApplicationState; count: number }>(
		`SELECT state, count(*)::int AS count FROM applications
		  WHERE state <> 'DRAFT' AND submitted_at IS NOT NULL GROUP BY state`,
	);
	const sumOf = (tab: QueueTab) =>
		rows
			.filter((row) => (queueTabs[tab] as readonly ApplicationState[]).includes(row.state))
			.reduce((sum, row) => sum + row.count, 0);
	return Object.fromEntries(queueTabNames.map((tab) => [tab, sumOf(tab)])) as Record<QueueTab, number>;
}
