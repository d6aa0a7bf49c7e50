import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "@/lib/platform/db/client";
import { databaseUrl } from "@/lib/platform/db/pool";
import { logError } from "@/lib/platform/log/log";

const shared = globalThis as typeof globalThis & { portalJobQueue?: Promise<PgBoss> };

type Sending = {
	/** While a job of this name and key waits or runs, another one is not added. */
	key: string;
	startAfter?: Date;
};

/**
 * Adds a job inside the caller's transaction: it exists once the change does, and not otherwise.
 * @returns whether it was added; `false` where one with the same key waits or runs already
 */
export async function enqueueJob(
	tx: Tx,
	name: string,
	input: object,
	{ key, startAfter }: Sending,
): Promise<boolean> {
	const queue = await openQueue();
	const id = await queue.send(name, input, { singletonKey: key, startAfter, db: fromPrisma(tx) });
	return id !== null;
}

/** The connection through which this process adds jobs; it runs none. */
function openQueue(): Promise<PgBoss> {
	shared.portalJobQueue ??= startQueue({ supervise: false, schedule: false, migrate: false, max: 1 }).catch(
		(error) => {
			shared.portalJobQueue = undefined;
			throw error;
		},
	);
	return shared.portalJobQueue;
}

export async function closeJobQueue(): Promise<void> {
	const queue = await shared.portalJobQueue?.catch(() => undefined);
	shared.portalJobQueue = undefined;
	await queue?.stop({ graceful: false });
}

type Settings = { supervise: boolean; schedule: boolean; migrate: boolean; max: number };

export async function startQueue(settings: Settings): Promise<PgBoss> {
	const queue = new PgBoss({ connectionString: databaseUrl(), ...settings });
	// A lost connection is told to whoever uses it; the queue opens another by itself.
	queue.on("error", (error) => logError("job queue", { error }));
	await queue.start();
	return queue;
}
