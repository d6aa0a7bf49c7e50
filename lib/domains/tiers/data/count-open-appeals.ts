import "server-only";
import type { PoolClient } from "pg";

/** How many appeals of a run still wait for their answer: such a run is not made final. For a raw `pg` transaction. */
export async function countOpenAppeals(client: Pick<PoolClient, "query">, runId: string): Promise<number> {
	const { rows } = await client.query<{ open: number }>(
		"SELECT count(*)::int AS open FROM tier_appeals WHERE run_id = $1 AND state = 'OPEN'",
		[runId],
	);
	return rows[0]?.open ?? 0;
}
