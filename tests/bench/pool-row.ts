import pg from "pg";
import { grantToPartner } from "@/lib/domains/pools/mutations/grants";
import { columnTypes } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Comparison } from "./measure";

/** As many at once as the mutation has connections. */
const CLIENTS = 10;
const GRANTS = 600;

export type PoolWorld = {
	/** The database both sides write to. */
	url: string;
	poolId: string;
	partnerIds: readonly string[];
	lead: PlatformScope;
};

/** `count` calls by `clients` at once; calls a second. */
export async function measureRate(
	clients: number,
	count: number,
	call: (index: number) => Promise<void>,
): Promise<number> {
	let next = 0;
	const started = performance.now();
	await Promise.all(
		Array.from({ length: clients }, async () => {
			for (let index = next++; index < count; index = next++) await call(index);
		}),
	);
	return count / ((performance.now() - started) / 1000);
}

/** The least that never overdraws: one statement that updates where there is enough, and writes its line. */
const BARE = `WITH taken AS (UPDATE bench_pool SET used = used + $1 WHERE id = 1 AND used + $1 <= total RETURNING id)
	INSERT INTO bench_ledger (id, key, pool_id, amount) SELECT $2, $3, id, $1 FROM taken RETURNING id`;

export async function prepareBare(url: string): Promise<{ run(): Promise<number>; close(): Promise<void> }> {
	const bare = new pg.Pool({ connectionString: url, max: CLIENTS, types: columnTypes });
	// A connection that the stopping server ends while it is being closed is no failure of the measurement.
	bare.on("error", () => undefined);
	await bare.query(`CREATE TABLE IF NOT EXISTS bench_pool (id int PRIMARY KEY, used bigint NOT NULL, total bigint NOT NULL);
		INSERT INTO bench_pool VALUES (1, 0, 1000000000000) ON CONFLICT DO NOTHING;
		CREATE TABLE IF NOT EXISTS bench_ledger (id text PRIMARY KEY, key text NOT NULL UNIQUE, pool_id int NOT NULL REFERENCES bench_pool,
		  amount bigint NOT NULL, at timestamptz NOT NULL DEFAULT now())`);
	return {
		run: () =>
			measureRate(CLIENTS, GRANTS, async () => {
				await bare.query({ name: "bare", text: BARE, values: [7, newId("x"), newId("key")] });
			}),
		close: () => bare.end(),
	};
}

/** Grants a second by the mutation a lead's action calls, over the bare statement on the same server. */
export function comparePool(world: PoolWorld, bare: { run(): Promise<number> }, rounds: number): Comparison {
	return {
		row: "pool: grants/s by the mutation ÷ bare conditional update with ledger insert",
		unit: "grants/s",
		ours: {
			name: "grantToPartner",
			run: () =>
				measureRate(CLIENTS, GRANTS, async (index) => {
					const outcome = await grantToPartner(world.lead, grantOf(world, index));
					if (!outcome.ok) throw new Error(outcome.reason);
				}),
		},
		reference: { name: "bare statement", run: bare.run },
		rounds,
		warmUps: 3,
		target: { min: 0.5 },
	};
}

export function grantOf({ poolId, partnerIds }: Pick<PoolWorld, "poolId" | "partnerIds">, index: number) {
	return {
		poolId,
		partnerId: partnerIds[index % partnerIds.length] ?? "",
		kind: "GRANT" as const,
		purpose: "bench",
		expiresOn: "",
		unit: "IMPRESSION" as const,
		amount: 7n,
		key: newId("bench"),
	};
}

/** Granted by the pool's own word and by its movements, and whether it was overdrawn. */
export async function readAllocation(url: string, poolId: string) {
	const client = new pg.Client({ connectionString: url, types: columnTypes });
	await client.connect();
	const { rows } = await client.query<{ total: bigint; granted: bigint; ledger: bigint }>(
		`SELECT total, total - available AS granted,
		        (SELECT coalesce(sum(amount), 0)::bigint FROM pool_movements m WHERE m.pool_id = p.id AND kind = 'GRANT') AS ledger
		   FROM pools p WHERE id = $1`,
		[poolId],
	);
	await client.end();
	return rows[0] ?? { total: 0n, granted: 0n, ledger: 0n };
}
