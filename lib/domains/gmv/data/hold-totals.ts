import "server-only";
import type { PoolClient } from "pg";
import { pool } from "@/lib/platform/db/pool";

/** The advisory lock of whoever changes totals (`mutations/locks`), and of whoever asks what they were. */
export const totalsLock = 7104;
/** The advisory locks of proofs: one by whoever asks, one by the connection that runs a request. */
export const proofLock = 7105;

/**
 * Waits for changes of totals under way: whatever is committed afterwards is known later than any instant named before.
 * On the primary, as the answer must be that follows.
 */
export async function settleTotals(): Promise<void> {
	await pool().query("SELECT pg_advisory_xact_lock_shared($1, 0)", [totalsLock]);
}

/** Waits for changes of totals under way, so that an answer as of an instant is the same whenever it is asked again. */
export async function holdTotals(client: PoolClient): Promise<void> {
	await client.query("SELECT pg_advisory_xact_lock_shared($1, 0)", [totalsLock]);
}
