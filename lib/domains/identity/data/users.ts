import "server-only";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { usersPerPage } from "../constants";
import type { UserFilter } from "../schema";
import type { UserRow } from "../types";

/** Accounts of the whole portal, the newest first; `next` is the key of the following page. */
export async function listUsers(
	_scope: PlatformScope,
	filter: UserFilter,
): Promise<{ users: UserRow[]; total: number; next: string | null }> {
	const matches = `($1 = '' OR u.email ILIKE $2 OR u.name ILIKE $2
		OR EXISTS (SELECT FROM memberships m JOIN organisations o ON o.id = m.organisation_id
		            WHERE m.user_id = u.id AND o.name ILIKE $2))
		AND ($3::user_status IS NULL OR u.status = $3)`;
	const values = [filter.q, likePattern(filter.q), filter.status ?? null];
	const [page, count] = await Promise.all([
		pool().query<UserRow>(
			`SELECT u.id, u.email, u.name, u.status, u.is_demo AS "isDemo", u.created_at AS "createdAt",
			        u.email_verified_at IS NOT NULL AS "isConfirmed",
			        (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS "lastSeenAt",
			        coalesce((SELECT json_agg(json_build_object('organisationName', o.name, 'role', m.role)
			                   ORDER BY m.created_at, m.id)
			           FROM memberships m JOIN organisations o ON o.id = m.organisation_id
			          WHERE m.user_id = u.id), '[]') AS memberships
			   FROM users u
			  WHERE ${matches} AND ($4::text IS NULL OR u.id < $4)
			  ORDER BY u.id DESC LIMIT $5`,
			[...values, filter.after ?? null, usersPerPage + 1],
		),
		pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM users u WHERE ${matches}`, values),
	]);
	const users = page.rows.slice(0, usersPerPage);
	const next = page.rows.length > usersPerPage ? (users.at(-1)?.id ?? null) : null;
	return { users, total: count.rows[0]?.total ?? 0, next };
}
