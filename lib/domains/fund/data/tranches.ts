import "server-only";
import type { ClientBase, Pool } from "pg";
import type { FundTranche } from "@/lib/domains/fund/types";
import { pool } from "@/lib/platform/db/pool";

/** The plan of payments of a case the caller has read under its own scope: what falls due first comes first. */
export async function listFundTranches(
	applicationId: string,
	client: Pick<Pool | ClientBase, "query"> = pool(),
): Promise<FundTranche[]> {
	const { rows } = await client.query<FundTranche>(
		`SELECT id, amount_fen AS amount, due_on AS "dueOn", condition, paid_on AS "paidOn"
		   FROM fund_tranches WHERE application_id = $1 ORDER BY due_on, planned_at, id`,
		[applicationId],
	);
	return rows;
}
