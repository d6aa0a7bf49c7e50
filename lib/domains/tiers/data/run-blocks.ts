import "server-only";
import type { PoolClient } from "pg";
import type { RunBlocks } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export function readRunBlocks(_scope: PlatformScope, runId: string): Promise<RunBlocks> {
	return countBlocks(pool(), runId);
}

/** The same inside the transaction that ends the run. */
export async function countBlocks(client: Pick<PoolClient, "query">, runId: string): Promise<RunBlocks> {
	const { rows } = await client.query<RunBlocks>(
		`SELECT (SELECT count(*)::int FROM tier_appeals WHERE run_id = $1 AND state = 'OPEN') AS appeals,
		        (SELECT count(*)::int FROM tier_overrides WHERE run_id = $1 AND state = 'PROPOSED') AS overrides`,
		[runId],
	);
	return rows[0] ?? { appeals: 0, overrides: 0 };
}
