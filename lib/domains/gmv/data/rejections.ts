import "server-only";
import type { RejectionCode } from "@/lib/domains/gmv/types";
import { pool } from "@/lib/platform/db/pool";

export type StoredRejection = { line: number; column: string; value: string; code: RejectionCode };

const STEP = 5_000;

/** Every refused line of a batch in the order of the file, a few thousand at a time. */
export async function* streamRejections(batchId: string): AsyncGenerator<StoredRejection[]> {
	let after = 0;
	for (;;) {
		const { rows } = await pool().query<StoredRejection>(
			`SELECT line_number AS line, "column", value, code FROM import_rejections
			  WHERE batch_id = $1 AND line_number > $2 ORDER BY line_number LIMIT $3`,
			[batchId, after, STEP],
		);
		if (rows.length > 0) yield rows;
		if (rows.length < STEP) return;
		after = rows.at(-1)?.line ?? after;
	}
}
