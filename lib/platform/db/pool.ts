import "server-only";
import pg from "pg";
import { readEnv } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors/errors";

// bigint and date columns keep their exact value: int8 as bigint, date as 'YYYY-MM-DD' text.
export const columnTypes = {
	getTypeParser(oid: number, format?: "text" | "binary") {
		if (oid === pg.types.builtins.INT8) return (value: string) => BigInt(value);
		if (oid === pg.types.builtins.DATE) return (value: string) => value;
		return pg.types.getTypeParser(oid, format);
	},
} as pg.CustomTypesConfig;

const shared = globalThis as typeof globalThis & { portalPool?: pg.Pool };

export function databaseUrl(): string {
	const url = readEnv().DATABASE_URL;
	if (!url) throw new AppError("DATABASE_URL_MISSING");
	return url;
}

/** The primary by raw `pg`, for what Prisma is too slow for: imports, rollups, ranking, ledgers. */
export function pool(): pg.Pool {
	if (!shared.portalPool) {
		shared.portalPool = new pg.Pool({ connectionString: databaseUrl(), max: 10, types: columnTypes });
		// A connection lost with the server says so to whoever uses it; the next query opens a new one.
		const ignore = () => undefined;
		shared.portalPool.on("error", ignore);
		shared.portalPool.on("connect", (client) => client.on("error", ignore));
	}
	return shared.portalPool;
}

export async function closePool(): Promise<void> {
	await shared.portalPool?.end();
	shared.portalPool = undefined;
}

/** Runs `work` in one raw transaction: committed when it returns, rolled back when it throws. */
export async function inRawTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const client = await pool().connect();
	try {
		await client.query("BEGIN");
		const result = await work(client);
		await client.query("COMMIT");
		client.release();
		return result;
	} catch (error) {
		await client.query("ROLLBACK").catch(() => undefined);
		client.release(error instanceof Error ? error : undefined);
		throw error;
	}
}
