import "server-only";
import { escapeLike } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, startOfDay } from "@/lib/platform/time";
import { auditEntriesPerPage } from "./constants";
import type { AuditFilter } from "./schema";
import type { AuditRow } from "./types";

const joined = "audit_entries a LEFT JOIN users u ON u.id = a.actor_user_id";
const matches = `($1 = '' OR a.action LIKE $1 || '%')
	AND ($2 = '' OR a.actor_label ILIKE '%' || $2 || '%' OR u.email ILIKE '%' || $2 || '%')
	AND ($3 = '' OR a.subject_id = $3)
	AND ($4::timestamptz IS NULL OR a.at >= $4) AND ($5::timestamptz IS NULL OR a.at < $5)`;

/** The log of the whole portal, newest first; `next` is the number of the following page's first neighbour. */
export async function listAuditEntries(
	_scope: PlatformScope,
	filter: AuditFilter,
): Promise<{ entries: AuditRow[]; total: number; next: string | null }> {
	const values = [
		escapeLike(filter.action),
		escapeLike(filter.actor),
		filter.subject,
		filter.from ? startOfDay(filter.from) : null,
		filter.to ? startOfDay(addDays(filter.to, 1)) : null,
	];
	const [page, count] = await Promise.all([
		pool().query<AuditRow>(
			`SELECT a.id::text AS id, a.at, a.actor_label AS "actorLabel", u.email AS "actorEmail",
			        o.name AS "organisationName", a.action, a.subject_type AS "subjectType", a.subject_id AS "subjectId",
			        a.before, a.after, a.reason, a.address
			   FROM ${joined}
			   LEFT JOIN organisations o ON o.id = a.organisation_id
			  WHERE ${matches} AND ($6::bigint IS NULL OR a.id < $6)
			  ORDER BY a.id DESC LIMIT $7`,
			[...values, filter.after ?? null, auditEntriesPerPage + 1],
		),
		pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM ${joined} WHERE ${matches}`, values),
	]);
	const entries = page.rows.slice(0, auditEntriesPerPage);
	const next = page.rows.length > auditEntriesPerPage ? (entries.at(-1)?.id ?? null) : null;
	return { entries, total: count.rows[0]?.total ?? 0, next };
}
