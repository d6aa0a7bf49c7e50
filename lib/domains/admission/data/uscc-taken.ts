import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";

/**
 * Whether another organisation stands under a credit code: as a partner that has not left, or with an application that
 * is open or approved. Which one, and as what, is not told.
 */
export async function isUsccTaken(scope: PartnerScope, uscc: string): Promise<boolean> {
	const { rows } = await pool().query<{ taken: boolean }>(
		`SELECT EXISTS (
		   SELECT FROM partners WHERE uscc = $1 AND organisation_id <> $2 AND status <> 'EXITED'
		 ) OR EXISTS (
		   SELECT FROM applications a WHERE a.uscc = $1 AND a.organisation_id <> $2
		      AND (a.state IN ('SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED')
		           OR (a.state = 'APPROVED' AND NOT EXISTS (SELECT FROM partners p WHERE p.application_id = a.id)))
		 ) AS taken`,
		[uscc, scope.organisationId],
	);
	return rows[0]?.taken ?? false;
}
