import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { Scope } from "@/lib/platform/session/scope";
import type { Member } from "../types";

/** Everybody in the scope's organisation, the longest-standing first. */
export async function listMembers(scope: Scope): Promise<Member[]> {
	const { rows } = await pool().query<Member>(
		`SELECT m.id AS "membershipId", u.id AS "userId", u.name, u.email, m.role,
		        u.status = 'ACTIVE' AS "isActive", m.created_at AS "joinedAt",
		        (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS "lastSeenAt"
		   FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.organisation_id = $1
		  ORDER BY m.created_at, m.id
		  LIMIT 500`,
		[scope.organisationId],
	);
	return rows;
}
