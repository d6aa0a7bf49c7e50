import "server-only";
import type { PoolClient } from "pg";
import { totalsLock } from "@/lib/domains/gmv/data/hold-totals";

/** First key of the two-key advisory locks of this domain; taken in this order, so that nobody waits in a circle. */
const lockSpace = { batch: 7101, source: 7102, shops: 7103, totals: totalsLock } as const;

/** In place of a source's id: no number of one. */
export const everySource = 0;

/** One import of a source at a time: its keys and rollup rows have no other writer. */
export async function lockSource(client: PoolClient, sourceId: number): Promise<void> {
	await client.query("SELECT pg_advisory_xact_lock($1, $2)", [lockSpace.source, sourceId]);
}

/** Two imports that both create shops would otherwise wait for each other's. */
export async function lockShops(client: PoolClient): Promise<void> {
	await client.query("SELECT pg_advisory_xact_lock($1, 0)", [lockSpace.shops]);
}

/** Totals are recomputed from facts and bindings: whoever changes either holds this while doing so. */
export async function lockTotals(client: PoolClient): Promise<void> {
	await client.query("SELECT pg_advisory_xact_lock($1, 0)", [lockSpace.totals]);
}

/**
 * The instant from which on a change of totals counts as known. Under `lockTotals`, which it shares with the questions as
 * of an instant: a question asked before cannot have meant an instant as late, and one asked after waits for the change.
 */
export async function readKnownAt(client: PoolClient): Promise<Date> {
	await lockTotals(client);
	const { rows } = await client.query<{ now: Date }>(
		"SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' AS now",
	);
	return rows[0]?.now ?? new Date();
}

/** Held by the connection that runs a batch for as long as it lives: a RUNNING batch without it was abandoned. */
export async function holdBatch(client: PoolClient, batchId: string): Promise<void> {
	await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [lockSpace.batch, batchId]);
}

export async function releaseBatch(client: PoolClient, batchId: string): Promise<void> {
	await client.query("SELECT pg_advisory_unlock($1, hashtext($2))", [lockSpace.batch, batchId]);
}

/** True when nobody runs the batch; `client` then holds it. */
export async function tryHoldBatch(client: PoolClient, batchId: string): Promise<boolean> {
	const { rows } = await client.query<{ held: boolean }>(
		"SELECT pg_try_advisory_lock($1, hashtext($2)) AS held",
		[lockSpace.batch, batchId],
	);
	return rows[0]?.held ?? false;
}
