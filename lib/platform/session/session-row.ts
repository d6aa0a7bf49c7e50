import "server-only";
import { createHash } from "node:crypto";
import type { Role } from "@/lib/platform/access/permissions";
import { pool } from "@/lib/platform/db/pool";

export const sessionLifetime = { idleHours: 12, absoluteDays: 14 } as const;

export type SessionMembership = {
	organisationId: string;
	organisationName: string;
	organisationKind: "PARTNER" | "BRAND" | "PLATFORM";
	role: Role;
};

export type SessionRow = {
	sessionId: string;
	userId: string;
	email: string;
	name: string;
	address: string | null;
	activeOrganisationId: string | null;
	/** Oldest first; never empty for a person who may use the portal. */
	memberships: SessionMembership[];
	unreadCount: number;
};

export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

// Asked by every request: a statement the server plans once for a connection.
const LIVE_SESSION = `
	SELECT s.id AS "sessionId", u.id AS "userId", u.email, u.name, s.address,
	       s.active_organisation_id AS "activeOrganisationId",
	       s.last_seen_at < now() - interval '1 minute' AS stale,
	       (SELECT count(*)::int FROM notifications n WHERE n.user_id = u.id AND n.read_at IS NULL) AS "unreadCount",
	       coalesce((SELECT json_agg(json_build_object('organisationId', o.id, 'organisationName', o.name,
	                  'organisationKind', o.kind, 'role', m.role) ORDER BY m.created_at, m.id)
	          FROM memberships m JOIN organisations o ON o.id = m.organisation_id
	         WHERE m.user_id = u.id), '[]') AS memberships
	  FROM sessions s JOIN users u ON u.id = s.user_id
	 WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()
	   AND s.last_seen_at > now() - make_interval(hours => $2)
	   AND u.status = 'ACTIVE' AND u.role_version = s.role_version`;

/**
 * The live session behind a token, by the database's own clock: not revoked, neither idle nor absolute limit passed,
 * user active, and no role change since sign-in. Notes at most once a minute that it was seen.
 */
export async function findLiveSession(token: string): Promise<SessionRow | null> {
	const { rows } = await pool().query<SessionRow & { stale: boolean }>({
		name: "live_session",
		text: LIVE_SESSION,
		values: [hashToken(token), sessionLifetime.idleHours],
	});
	const row = rows[0];
	if (!row) return null;
	if (row.stale)
		await pool().query("UPDATE sessions SET last_seen_at = now() WHERE id = $1", [row.sessionId]);
	return row;
}
