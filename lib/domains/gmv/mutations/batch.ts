import "server-only";
import type { PoolClient } from "pg";
import { sourceCodePattern } from "@/lib/domains/gmv/constants";
import { ImportFailure } from "@/lib/domains/gmv/mutations/import-failure";
import { holdBatch, releaseBatch, tryHoldBatch } from "@/lib/domains/gmv/mutations/locks";
import type { UsedMapping } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, ImportCounts } from "@/lib/domains/gmv/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { logError } from "@/lib/platform/log/log";

export type Batch = { id: string; sourceId: number };

type Opening = { sourceCode: string; fileName: string; actor: Actor; mapping?: UsedMapping | null };

/** The id of a source, created with its first file. @throws ImportFailure where it sends facts of another grain */
export async function ensureSource(client: PoolClient, code: string, grain: FeedGrain): Promise<number> {
	if (!sourceCodePattern.test(code)) throw new ImportFailure("SOURCE_CODE_INVALID", code.slice(0, 40));
	let source = await findSource(client, code);
	if (!source) {
		// Only for a new one: every try takes a number, and there are 32,767 of them.
		await client.query(
			"INSERT INTO gmv_sources (code, grain) VALUES ($1, $2::feed_grain) ON CONFLICT (code) DO NOTHING",
			[code, grain],
		);
		source = await findSource(client, code);
	}
	if (!source || source.grain !== grain) throw new ImportFailure("SOURCE_OTHER_GRAIN", code);
	return source.id;
}

type Source = { id: number; grain: FeedGrain };

async function findSource(client: PoolClient, code: string): Promise<Source | undefined> {
	const { rows } = await client.query<Source>("SELECT id, grain FROM gmv_sources WHERE code = $1", [code]);
	return rows[0];
}

/** Opens a RUNNING batch, visible at once, and holds it for as long as the connection lives. */
export async function openBatch(client: PoolClient, grain: FeedGrain, opening: Opening): Promise<Batch> {
	const sourceId = await ensureSource(client, opening.sourceCode, grain);
	const batch = { id: newId("imp"), sourceId };
	await holdBatch(client, batch.id);
	await insertBatch(client, batch, opening);
	return batch;
}

export async function insertBatch(client: PoolClient, batch: Batch, opening: Opening): Promise<void> {
	const { fileName, actor, mapping } = opening;
	await client.query(
		"INSERT INTO import_batches (id, source_id, file_name, started_by_id, mapping) VALUES ($1, $2, $3, $4, $5)",
		[batch.id, batch.sourceId, fileName.slice(-255), actor.userId, mapping ? JSON.stringify(mapping) : null],
	);
}

/** The last statement of the import's own transaction: with it, facts, totals and the batch appear together. */
export async function completeBatch(
	client: PoolClient,
	batch: Batch,
	counts: ImportCounts,
	actor: Actor,
	knownAt: Date,
): Promise<void> {
	const { lines, accepted, duplicate, conflict, rejected } = counts;
	const { rowCount } = await client.query(
		`UPDATE import_batches SET state = 'DONE', lines = $2, accepted = $3, duplicate = $4, conflict = $5, rejected = $6,
		        finished_at = clock_timestamp(), known_at = $7 WHERE id = $1 AND state = 'RUNNING'`,
		[batch.id, lines, accepted, duplicate, conflict, rejected, knownAt],
	);
	if (rowCount !== 1) throw new ImportFailure("INTERRUPTED");
	await recordAuditRaw(client, {
		actor,
		action: "import.complete",
		subjectType: "import_batch",
		subjectId: batch.id,
		after: { lines, accepted, duplicate, conflict, rejected },
	});
}

/**
 * Marks a batch FAILED on a connection of its own; where the database is gone, the next import does it.
 * @returns the counts of a batch that had been committed after all
 */
export async function failBatch(batch: Batch, failure: ImportFailure): Promise<ImportCounts | null> {
	try {
		return await inRawTransaction(async (client) => {
			await fail(client, batch.id, failure.message);
			const { rows } = await client.query<ImportCounts>(
				`SELECT lines, accepted, duplicate, conflict, rejected FROM import_batches WHERE id = $1 AND state = 'DONE'`,
				[batch.id],
			);
			return rows[0] ?? null;
		});
	} catch (error) {
		logError("a failed import could not be marked", { batchId: batch.id, error });
		return null;
	}
}

async function fail(client: PoolClient, batchId: string, failure: string): Promise<void> {
	const { rows } = await client.query<{ startedById: string | null }>(
		`UPDATE import_batches SET state = 'FAILED', failure = $2, finished_at = clock_timestamp()
		  WHERE id = $1 AND state = 'RUNNING' RETURNING started_by_id AS "startedById"`,
		[batchId, failure],
	);
	if (!rows[0]) return;
	await recordAuditRaw(client, {
		actor: { userId: rows[0].startedById, label: "import", organisationId: null, address: null },
		action: "import.fail",
		subjectType: "import_batch",
		subjectId: batchId,
		after: { failure },
	});
}

/** The same on a connection of its own, for when the portal starts. */
export async function closeAbandoned(): Promise<number> {
	const client = await pool().connect();
	try {
		return await closeAbandonedImports(client);
	} finally {
		client.release();
	}
}

/**
 * Marks batches FAILED whose process ended in the middle; their lines were never visible. Call it outside a transaction,
 * with a connection that holds no batch itself.
 */
export async function closeAbandonedImports(client: PoolClient): Promise<number> {
	const { rows } = await client.query<{ id: string }>(
		"SELECT id FROM import_batches WHERE state = 'RUNNING'",
	);
	let closed = 0;
	for (const { id } of rows) {
		if (!(await tryHoldBatch(client, id))) continue;
		await client.query("BEGIN");
		await fail(client, id, "INTERRUPTED");
		await client.query("COMMIT");
		await releaseBatch(client, id);
		closed += 1;
	}
	return closed;
}
