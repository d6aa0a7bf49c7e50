import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";

/** The fields of an own application that were saved anew since an instant, as the audit of every save names them. */
export async function listMendedPaths(
	scope: PartnerScope,
	applicationId: string,
	since: Date,
): Promise<string[]> {
	const { rows } = await pool().query<{ path: string }>(
		`SELECT DISTINCT f.path
		   FROM audit_entries e
		   JOIN applications a ON a.id = e.subject_id AND a.organisation_id = $2
		  CROSS JOIN jsonb_array_elements_text(e.after -> 'fields') AS f(path)
		  WHERE e.subject_type = 'application' AND e.subject_id = $1 AND e.action = 'application.save-draft' AND e.at > $3
		  ORDER BY 1`,
		[applicationId, scope.organisationId, since],
	);
	return rows.map((row) => row.path);
}
