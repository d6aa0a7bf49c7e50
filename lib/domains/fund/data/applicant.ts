import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";

/** The company's partner; null before it is one. `isFrozen`: it has left, or its benefits are frozen. */
export async function findOwnApplicant(
	scope: PartnerScope,
): Promise<{ id: string; isFrozen: boolean } | null> {
	const { rows } = await pool().query<{ id: string; isFrozen: boolean }>(
		`SELECT id, status = 'EXITED' OR coalesce(benefits_frozen_from <= shanghai_day(pool_now()), false) AS "isFrozen"
		   FROM partners WHERE organisation_id = $1 ORDER BY status = 'EXITED', admitted_on DESC LIMIT 1`,
		[scope.organisationId],
	);
	return rows[0] ?? null;
}
