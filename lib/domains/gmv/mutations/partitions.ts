import "server-only";
import pg, { type PoolClient } from "pg";
import type { FeedTable } from "@/lib/domains/gmv/mutations/staging-sql";
import { databaseUrl, pool } from "@/lib/platform/db/pool";
import { addMonths, type Day, type Month } from "@/lib/platform/time";

/** Partitions exist this many months before the first fact of theirs can arrive. */
const MONTHS_AHEAD = 3;

/** The partition of a month, as `ensure_fact_partition` names it. */
export function partitionOf(table: FeedTable["table"], month: Month): string {
	return `${table}_${month.replace("-", "_")}`;
}

/** The partitions there are, by one question for a whole import. */
export async function listPartitions(client: PoolClient, table: FeedTable["table"]): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(
		"SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = $1::regclass",
		[table],
	);
	return rows.map(({ name }) => name);
}

/**
 * Makes the partitions of some months unless they are there. On a connection of its own: made inside the import, they
 * would keep other imports from making theirs until it ends, and the pool's connections may all be importing.
 */
export async function ensurePartitions(table: FeedTable["table"], months: readonly Month[]): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl() });
	client.on("error", () => undefined);
	await client.connect();
	try {
		await client.query("SELECT ensure_fact_partition($1, month) FROM unnest($2::date[]) AS month", [
			table,
			months.map((month) => `${month}-01`),
		]);
	} finally {
		await client.end().catch(() => undefined);
	}
}

/** Makes the partitions from the month of `today` to a quarter ahead. @returns how many were missing */
export async function makePartitionsAhead(today: Day): Promise<number> {
	const { rows } = await pool().query<{ made: number }>("SELECT ensure_fact_partitions($1, $2) AS made", [
		today,
		addMonths(today, MONTHS_AHEAD),
	]);
	return rows[0]?.made ?? 0;
}
