import "server-only";
import type { PoolClient } from "pg";
import type { HeadCounts } from "@/lib/domains/certification/types/certificates";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/**
 * Certified heads per partner on a day: certificates issued on or before it and neither expired nor revoked by it, a person counted
 * once at the highest level (enum values compare in the order of `certificateLevels`): who sat an exam is known by their account,
 * so that two of one name are two; a certificate registered from paper is of the colleague of that name, where there is one.
 * Partners without one are absent; with `partnerId` all others are.
 */
export async function readCertifiedHeads(
	client: Pick<PoolClient, "query">,
	on: Day,
	partnerId: string | null = null,
): Promise<Map<string, HeadCounts>> {
	const { rows } = await client.query<HeadCounts & { partnerId: string }>(
		`SELECT partner_id AS "partnerId",
		        count(*) FILTER (WHERE level = 'senior')::int AS senior,
		        count(*) FILTER (WHERE level = 'intermediate')::int AS intermediate,
		        count(*) FILTER (WHERE level = 'junior')::int AS junior
		   FROM (SELECT partner_id, person, max(level) AS level
		           FROM (SELECT partner_id, level, coalesce(user_id, max(user_id) OVER (PARTITION BY partner_id, holder_name), holder_name) AS person
		                   FROM certificates
		                  WHERE issued_on <= $1 AND expires_on > $1 AND (revoked_on IS NULL OR revoked_on > $1)
		                    AND ($2::text IS NULL OR partner_id = $2)) held
		          GROUP BY partner_id, person) heads
		  GROUP BY partner_id`,
		[on, partnerId],
	);
	return new Map(rows.map(({ partnerId, ...counts }) => [partnerId, counts]));
}

/** The heads of the scope's own partner as the tiers count them; none while it is no partner. */
export async function readOwnHeads(scope: PartnerScope, on: Day): Promise<HeadCounts> {
	const { rows } = await pool().query<{ id: string }>(
		"SELECT id FROM partners WHERE organisation_id = $1 AND status <> 'EXITED' ORDER BY admitted_on DESC LIMIT 1",
		[scope.organisationId],
	);
	const id = rows[0]?.id;
	const heads = id && (await readCertifiedHeads(pool(), on, id)).get(id);
	return heads || { senior: 0, intermediate: 0, junior: 0 };
}
