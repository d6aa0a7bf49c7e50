import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { Candidate } from "@/lib/domains/certification/types/sittings";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type Client = Pick<PoolClient, "query">;

/** $1 organisation, $2 only this person or null, $3 today. Sittings and certificates follow the person, whatever partner they were for. */
const sql = `
	SELECT u.id AS "userId", u.name,
	       coalesce((SELECT json_agg(json_build_object('level', s.level,
	                   'day', to_char(shanghai_day(CASE WHEN s.state = 'FAILED' THEN s.ended_at ELSE s.started_at END), 'YYYY-MM-DD'),
	                   'outcome', CASE WHEN s.state IN ('SITTING', 'PRACTICAL') THEN 'OPEN' ELSE s.state::text END))
	          FROM exam_sittings s WHERE s.user_id = u.id), '[]') AS past,
	       coalesce((SELECT json_agg(DISTINCT c.level) FROM certificates c
	          WHERE (c.user_id = u.id OR (c.user_id IS NULL AND c.holder_name = u.name AND c.partner_id IN (
	                  SELECT id FROM partners WHERE organisation_id = $1)))
	            AND c.issued_on <= $3 AND c.expires_on > $3 AND (c.revoked_on IS NULL OR c.revoked_on > $3)), '[]') AS held
	  FROM memberships m JOIN users u ON u.id = m.user_id
	 WHERE m.organisation_id = $1 AND u.status = 'ACTIVE' AND ($2::text IS NULL OR u.id = $2)
	 ORDER BY m.created_at, m.id LIMIT 500`;

/** The members of the scope's organisation with what counts for and against their sitting. */
export async function listCandidates(
	scope: PartnerScope,
	today: Day,
	{ userId = null, client = pool() }: { userId?: string | null; client?: Client } = {},
): Promise<Candidate[]> {
	const { rows } = await client.query<Candidate>(sql, [scope.organisationId, userId, today]);
	return rows;
}

/** What a verdict on one level takes into account: sittings of that level, and any that is still open. */
export function pastOf(candidate: Candidate, level: CertificateLevel): Candidate["past"] {
	return candidate.past.filter((one) => one.level === level || one.outcome === "OPEN");
}
