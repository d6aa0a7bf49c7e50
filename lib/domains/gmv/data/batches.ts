import "server-only";
import { pageSize } from "@/lib/domains/gmv/constants";
import type { StoredRejection } from "@/lib/domains/gmv/data/rejections";
import type { BatchFilter, RejectionFilter } from "@/lib/domains/gmv/schema";
import type { UsedMapping } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, ImportCounts, RejectionCode } from "@/lib/domains/gmv/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type BatchState = "RUNNING" | "DONE" | "FAILED";

export type BatchRow = ImportCounts & {
	id: string;
	fileName: string;
	sourceCode: string;
	grain: FeedGrain;
	state: BatchState;
	failure: string | null;
	startedAt: Date;
	finishedAt: Date | null;
	startedBy: string | null;
	/** How its columns were read, where not by their own names. */
	mapping: UsedMapping | null;
};

const BATCH = `SELECT b.id, b.file_name AS "fileName", s.code AS "sourceCode", s.grain, b.state, b.failure, b.lines, b.accepted,
	b.duplicate, b.conflict, b.rejected, b.started_at AS "startedAt", b.finished_at AS "finishedAt", u.name AS "startedBy", b.mapping
	FROM import_batches b JOIN gmv_sources s ON s.id = b.source_id LEFT JOIN users u ON u.id = b.started_by_id`;

/** Batches of every source, the newest first. */
export async function listBatches(
	_scope: PlatformScope,
	filter: BatchFilter,
): Promise<{ batches: BatchRow[]; total: number; sources: string[] }> {
	const matches = "($1 = '' OR s.code = $1) AND ($2::import_state IS NULL OR b.state = $2)";
	const values = [filter.source, filter.state ?? null];
	const [page, count, sources] = await Promise.all([
		pool().query<BatchRow>(
			`${BATCH} WHERE ${matches} ORDER BY b.started_at DESC, b.id DESC LIMIT $3 OFFSET $4`,
			[...values, pageSize, (filter.page - 1) * pageSize],
		),
		pool().query<{ total: number }>(
			`SELECT count(*)::int AS total FROM import_batches b JOIN gmv_sources s ON s.id = b.source_id WHERE ${matches}`,
			values,
		),
		pool().query<{ code: string }>("SELECT code FROM gmv_sources ORDER BY code"),
	]);
	return {
		batches: page.rows,
		total: count.rows[0]?.total ?? 0,
		sources: sources.rows.map((row) => row.code),
	};
}

export async function findBatch(_scope: PlatformScope, id: string): Promise<BatchRow | null> {
	const { rows } = await pool().query<BatchRow>(`${BATCH} WHERE b.id = $1`, [id]);
	return rows[0] ?? null;
}

export type RejectionCount = { code: RejectionCode; count: number };

/** The lines a batch did not take, in the order of the file, with how many there are of each reason. */
export async function listRejections(
	_scope: PlatformScope,
	batchId: string,
	filter: RejectionFilter,
): Promise<{ rejections: StoredRejection[]; counts: RejectionCount[] }> {
	const [page, counts] = await Promise.all([
		pool().query<StoredRejection>(
			`SELECT line_number AS line, "column", value, code FROM import_rejections
			  WHERE batch_id = $1 AND ($2 = '' OR code = $2) ORDER BY line_number LIMIT $3 OFFSET $4`,
			[batchId, filter.code, pageSize, (filter.page - 1) * pageSize],
		),
		pool().query<RejectionCount>(
			"SELECT code, count(*)::int AS count FROM import_rejections WHERE batch_id = $1 GROUP BY code ORDER BY 2 DESC, 1",
			[batchId],
		),
	]);
	return { rejections: page.rows, counts: counts.rows };
}
