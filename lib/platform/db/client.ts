import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./generated/client";
import { closePool, databaseUrl } from "./pool";
import { closeReplica } from "./reports";

const shared = globalThis as typeof globalThis & { portalPrisma?: PrismaClient };

/** The Prisma client of this process, for everyday reads and writes. */
export function db(): PrismaClient {
	shared.portalPrisma ??= new PrismaClient({
		adapter: new PrismaPg({ connectionString: databaseUrl(), max: 10 }),
	});
	return shared.portalPrisma;
}

export type Tx = Prisma.TransactionClient;

/** Runs `work` in one transaction. Keep it short: unless told otherwise, Prisma ends it after five seconds. */
export function inTransaction<T>(
	work: (tx: Tx) => Promise<T>,
	options: { timeout?: number } = {},
): Promise<T> {
	return db().$transaction(work, options);
}

/** Closes every connection pool; for command-line programs and tests. */
export async function closeDatabase(): Promise<void> {
	await shared.portalPrisma?.$disconnect();
	shared.portalPrisma = undefined;
	await closeReplica();
	await closePool();
}
