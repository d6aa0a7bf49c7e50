import "server-only";
import type { ExitReason } from "@/lib/domains/partnership/types";
import { pool } from "@/lib/platform/db/pool";
import type { Day } from "@/lib/platform/time";

/** A partner whom a final run found over a red line, and who is not on its way out. */
export type RedLineVerdict = {
	partnerId: string;
	runId: string;
	/** `2026-10`. */
	month: string;
	reasonCodes: ExitReason[];
	/** Who opened the run's notice. */
	openedById: string;
};

/**
 * Verdicts of the final runs since a day that open an exit review (domain.md §3.3) and have not been followed by one.
 * Runs that had no notice are history that was brought in: they open nothing.
 */
export async function listRedLineVerdicts(since: Day): Promise<RedLineVerdict[]> {
	const { rows } = await pool().query<RedLineVerdict>(
		`SELECT c.partner_id AS "partnerId", r.id AS "runId", to_char(r.period, 'YYYY-MM') AS month,
		        r.notice_by_id AS "openedById",
		        ARRAY(SELECT jsonb_array_elements(c.receipt #> '{decision,redLines}') ->> 'id') AS "reasonCodes"
		   FROM evaluation_runs r
		   JOIN classifications c ON c.run_id = r.id AND c.race_rank IS NULL
		   JOIN partners p ON p.id = c.partner_id AND p.status IN ('ACTIVE', 'PROBATION')
		  WHERE r.status = 'FINAL' AND r.finalised_at >= $1::date AND r.notice_by_id IS NOT NULL
		    AND (c.receipt #>> '{decision,opensExitReview}')::boolean
		    AND NOT EXISTS (SELECT FROM exit_cases x WHERE x.partner_id = c.partner_id AND x.opened_at >= r.finalised_at)
		  ORDER BY c.partner_id`,
		[since],
	);
	return rows;
}
