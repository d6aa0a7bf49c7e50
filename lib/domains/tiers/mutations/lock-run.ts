import "server-only";
import type { PoolClient } from "pg";
import type { RunHead } from "@/lib/domains/tiers/types";
import { AppError } from "@/lib/platform/errors/errors";
import type { Day, Month } from "@/lib/platform/time";

export type LockedRun = { status: RunHead["status"]; period: Month; noticeUntil: Day | null };

/** A run as it stands, held until the transaction ends. @throws AppError NOT_FOUND */
export async function lockRun(client: PoolClient, runId: string): Promise<LockedRun> {
	const { rows } = await client.query<LockedRun>(
		`SELECT status, to_char(period, 'YYYY-MM') AS period, notice_until AS "noticeUntil"
		   FROM evaluation_runs WHERE id = $1 FOR UPDATE`,
		[runId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}
