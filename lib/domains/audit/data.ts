import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, startOfDay } from "@/lib/platform/time";
import { auditEntriesPerPage } from "./constants";
import type { AuditFilter } from "./schema";
import type { AuditRow } from "./types";

function likeText(text: string): string {
	return text.replace(/[\\%_]/g, "\\$&");
}

/** The log of the whole portal, newest first; `next` is the number of the following page's first neighbour. */
export async function listAuditEntries(
	_scope: PlatformScope,
	filter: AuditFilter,
): Promise<{ entries: AuditRow[]; next: string | null }> {
	const { rows } = await pool().query<AuditRow>(
		`SELECT a.id::text AS id, a.at, a.actor_label AS "actorLabel", u.email AS "actorEmail",
		        o.name AS "organisationName", a.action, a.subject_type AS "subjectType", a.subject_id AS "subjectId",
		        a.before, a.after, a.reason, a.address
		   FROM audit_entries a
		   LEFT JOIN users u ON u.id = a.actor_user_id
		   LEFT JOIN organisations o ON o.id = a.organisation_id
		  WHERE ($1::bigint IS NULL OR a.id < $1)
		    AND ($2 = '' OR a.action LIKE $2 || '%')
		    AND ($3 = '' OR a.actor_label ILIKE '%' || $3 || '%' OR u.email ILIKE '%' || $3 || '%')
		    AND ($4 = '' OR a.subject_id = $4)
		    AND ($5::timestamptz IS NULL OR a.at >= $5) AND ($6::timestamptz IS NULL OR a.at < $6)
		  ORDER BY a.id DESC LIMIT $7`,
		[
			filter.after ?? null,
			likeText(filter.action),
			likeText(filter.actor),
			filter.subject,
			filter.from ? startOfDay(filter.from) : null,
			filter.to ? startOfDay(addDays(filter.to, 1)) : null,
			auditEntriesPerPage + 1,
		],
	);
	const entries = rows.slice(0, auditEntriesPerPage);
	return { entries, next: rows.length > auditEntriesPerPage ? (entries.at(-1)?.id ?? null) : null };
}
