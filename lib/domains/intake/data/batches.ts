import "server-only";
import type { z } from "zod";
import type { KeyHolder } from "@/lib/domains/intake/data/keys";
import type { batchAnswer } from "@/lib/domains/intake/schema/answers";
import { pool } from "@/lib/platform/db/pool";

type BatchAnswer = z.output<typeof batchAnswer>;
type Row = Omit<BatchAnswer, "startedAt" | "finishedAt"> & { startedAt: Date; finishedAt: Date | null };

/** A batch of the key's own source; null for every other. */
export async function findBatchOfKey(holder: KeyHolder, id: string): Promise<BatchAnswer | null> {
	const { rows } = await pool().query<Row>(
		`SELECT b.id AS "batchId", s.code AS source, b.state, b.lines, b.accepted, b.duplicate, b.conflict, b.rejected,
		        b.failure, b.started_at AS "startedAt", b.finished_at AS "finishedAt"
		   FROM import_batches b JOIN gmv_sources s ON s.id = b.source_id WHERE b.id = $1 AND s.code = $2`,
		[id, holder.sourceCode],
	);
	const [row] = rows;
	if (!row) return null;
	return {
		...row,
		startedAt: row.startedAt.toISOString(),
		finishedAt: row.finishedAt?.toISOString() ?? null,
	};
}
