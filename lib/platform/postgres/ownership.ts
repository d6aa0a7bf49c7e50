import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

// Two advisory locks of the running server say who needs it: the process that started it holds `owner`, and
// commands that use it meanwhile share `use`. Both end with their connection, whatever happens to the process.
const lockClass = 0x77696e64;
const owner = 1;
const use = 2;

export type Ownership = {
	/** Becomes the one who answers for the server; false while somebody else is. */
	tryOwn(): Promise<boolean>;
	/** Uses a server somebody else answers for; false when that one is about to stop it. */
	tryUse(): Promise<boolean>;
	/** Waits, as the owner, for the others to finish, and lets no new ones begin. */
	waitForUsers(): Promise<void>;
	/** How the present owner called itself. */
	describeOwner(): Promise<string>;
	/** Seconds since the server started. */
	serverAge(): Promise<number>;
	release(): Promise<void>;
	/** Resolves when the connection, and with it every lock, is gone. */
	ended: Promise<void>;
};

/** Connects with the purpose as its name, so that others can say who is there; undefined when the server went away. */
export async function connectOwnership(
	config: pg.ClientConfig,
	purpose: string,
): Promise<Ownership | undefined> {
	const client = await connectPatiently({ ...config, application_name: purpose });
	if (!client) return undefined;
	const ended = new Promise<void>((resolve) => client.once("end", resolve));
	const ask = async (sql: string, ...values: unknown[]) => {
		const { rows } = await client.query({ text: sql, values, rowMode: "array" });
		return rows[0]?.[0] as unknown;
	};
	return {
		tryOwn: async () => (await ask("SELECT pg_try_advisory_lock($1, $2)", lockClass, owner)) === true,
		tryUse: async () => (await ask("SELECT pg_try_advisory_lock_shared($1, $2)", lockClass, use)) === true,
		waitForUsers: async () => void (await ask("SELECT pg_advisory_lock($1, $2)", lockClass, use)),
		describeOwner: async () => String((await ask(ownerQuery, lockClass, owner)) ?? "?"),
		serverAge: async () =>
			Number(await ask("SELECT extract(epoch FROM now() - pg_postmaster_start_time())::float8")),
		release: () => client.end().catch(() => undefined),
		ended,
	};
}

const ownerQuery = `
	SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
	WHERE l.locktype = 'advisory' AND l.classid = $1 AND l.objid = $2 AND l.granted`;

/** Waits out a server that is starting, recovering or stopping; undefined when nothing listens any more. */
async function connectPatiently(config: pg.ClientConfig): Promise<pg.Client | undefined> {
	for (let refusals = 0; refusals < 20; await sleep(250)) {
		const client = new pg.Client(config);
		// The connection ends with the server; whoever started the server hears of that from its process.
		client.on("error", () => undefined);
		try {
			await client.connect();
			return client;
		} catch (error) {
			const { code = "" } = error as { code?: string };
			if (code === "ECONNREFUSED" || code === "ECONNRESET") refusals++;
			else if (code !== "57P03") throw error;
		}
	}
	return undefined;
}
