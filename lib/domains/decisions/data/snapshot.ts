import "server-only";
import type { PoolClient } from "pg";
import { pool } from "@/lib/platform/db/pool";

/** A connection that sees the database as it is now, whatever is written meanwhile. `close` gives it back. */
export async function openSnapshot(): Promise<{ client: PoolClient; close(): Promise<void> }> {
	const client = await pool().connect();
	await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
	return {
		client,
		async close() {
			let broken: Error | undefined;
			await client.query("ROLLBACK").catch((error: Error) => {
				broken = error;
			});
			client.release(broken);
		},
	};
}
