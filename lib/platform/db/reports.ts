import "server-only";
import pg from "pg";
import { readEnv } from "@/lib/platform/env/env";
import { logError, logInfo } from "@/lib/platform/log/log";
import { columnTypes, pool } from "./pool";

declare const readerBrand: unique symbol;

/**
 * Reads what may be a moment old: the figures of explorer and dashboards. They come from the replica where
 * `DATABASE_REPLICA_URL` names one, else from the primary. Nothing may be decided by them: `pool()` and `db()` are the
 * primary, and permissions, money, pools and tiers read nothing else.
 */
export type ReportReader = {
	readonly [readerBrand]: "may be a moment old";
	query<Row extends object>(
		question: string | (pg.QueryConfig & { rowMode?: "array" }),
		values?: unknown[],
	): Promise<{ rows: Row[]; rowCount: number | null }>;
	/** A connection for questions that belong together, to be released. */
	connect(): Promise<pg.PoolClient>;
};

/** So long the primary answers alone before a replica that could not be used is tried again. */
const REST_MS = 10_000;
const CONNECT_MS = 2_000;
const ANSWER_MS = 30_000;

type Replica = { url: string; pool: pg.Pool; restsUntil: number; isLost: boolean };
const shared = globalThis as typeof globalThis & { portalReplica?: Replica };

function openReplica(): Replica | null {
	const url = readEnv().DATABASE_REPLICA_URL;
	if (!url) return null;
	if (shared.portalReplica?.url === url) return shared.portalReplica;
	const replica = new pg.Pool({
		connectionString: url,
		max: 10,
		types: columnTypes,
		connectionTimeoutMillis: CONNECT_MS,
		query_timeout: ANSWER_MS,
		keepAlive: true,
		// Whatever the address leads to, nothing is ever written there.
		options: "-c default_transaction_read_only=on",
	});
	const ignore = () => undefined;
	replica.on("error", ignore);
	replica.on("connect", (client) => client.on("error", ignore));
	shared.portalReplica = { url, pool: replica, restsUntil: 0, isLost: false };
	return shared.portalReplica;
}

/**
 * Whether the primary may answer where the replica did not. What lies in the question itself (its data, its words, an
 * attempt to write) fails there as well and is told; a table, column or function the replica has not heard of yet, a
 * question it cancelled to catch up, and everything about connections is the replica's own affair.
 */
function isReplicaAtFault(error: unknown): boolean {
	if (!(error instanceof pg.DatabaseError)) return true;
	return !/^(22|23|25|42(?!P01|703|883))/.test(error.code ?? "");
}

function rest(replica: Replica, error: unknown): void {
	replica.restsUntil = performance.now() + REST_MS;
	if (!replica.isLost)
		logError("the replica of DATABASE_REPLICA_URL does not answer; reports read the primary", { error });
	replica.isLost = true;
}

/** Asks the replica, and the primary instead while the replica is lost or resting. */
async function ask<Answer>(question: (from: pg.Pool) => Promise<Answer>): Promise<Answer> {
	const replica = openReplica();
	if (!replica || performance.now() < replica.restsUntil) return question(pool());
	try {
		const answer = await question(replica.pool);
		if (replica.isLost) logInfo("the replica of DATABASE_REPLICA_URL answers again");
		replica.isLost = false;
		return answer;
	} catch (error) {
		if (!isReplicaAtFault(error)) throw error;
		rest(replica, error);
		return question(pool());
	}
}

const reader = {
	query: (question: string | pg.QueryConfig, values?: unknown[]) =>
		ask((from) => from.query(question as string, values)),
	connect: () => ask((from) => from.connect()),
} as unknown as ReportReader;

export function reportReader(): ReportReader {
	return reader;
}

/** The primary in the same manner, for a report that must be the same whenever it is asked for. */
export function primaryReader(): ReportReader {
	return pool() as unknown as ReportReader;
}

export async function closeReplica(): Promise<void> {
	const replica = shared.portalReplica;
	shared.portalReplica = undefined;
	await replica?.pool.end();
}
