import pg from "pg";
import type { Moved } from "@/lib/domains/pools/mutations/move";
import { columnTypes } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { type ActionDoor, callAction } from "./action";
import { grantOf, measureRate, readAllocation } from "./pool-row";

const CLIENTS_EACH = 20;

type World = { url: string; poolId: string; partnerIds: readonly string[] };
export type Storm = {
	claims: Record<string, number>;
	sameKey: Record<string, number>;
	granted: bigint;
	total: bigint;
};

function tally(outcomes: readonly Outcome<Moved>[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const outcome of outcomes) {
		const name = outcome.ok ? (outcome.isReplay ? "replayed" : "moved") : outcome.reason;
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}

/** A grant as the page of its pool sends it, the amount as it was typed. */
function sendGrant(door: ActionDoor, grant: ReturnType<typeof grantOf>): Promise<Outcome<Moved>> {
	const typed = { ...grant, amount: grant.amount.toString() };
	return callAction<Moved>(door, routes.ops.pool(grant.poolId), typed);
}

/** 1,440 claims of 7 on what is to be a pool of 10,000, by 20 clients at each of two processes; then one key 20 times. */
export async function runStorm(
	doors: readonly [ActionDoor, ActionDoor],
	claims: World,
	spare: World,
): Promise<Storm> {
	const outcomes: Outcome<Moved>[] = [];
	await measureRate(CLIENTS_EACH * doors.length, 1440, async (index) => {
		const door = doors[index % 2] ?? doors[0];
		outcomes.push(await sendGrant(door, grantOf(claims, index)));
	});
	const again = { ...grantOf(spare, 0), key: "storm-one-key" };
	const first = await sendGrant(doors[0], again);
	const rest = await Promise.all(
		Array.from({ length: 19 }, (_, at) =>
			sendGrant(doors[at % 2] ?? doors[0], { ...again, amount: at === 5 || at === 11 ? 8n : 7n }),
		),
	);
	const { granted, total, ledger } = await readAllocation(claims.url, claims.poolId);
	if (granted !== ledger || granted > total)
		throw new Error(`granted ${granted}, by the ledger ${ledger}, of ${total}`);
	return { claims: tally(outcomes), sameKey: tally([first, ...rest]), granted, total };
}

/** Grants a second over HTTP, by as many clients as the storm has. */
export function measureAction(
	doors: readonly [ActionDoor, ActionDoor],
	world: World,
	count: number,
): Promise<number> {
	return measureRate(CLIENTS_EACH * doors.length, count, async (index) => {
		const door = doors[index % 2] ?? doors[0];
		const outcome = await sendGrant(door, grantOf(world, index));
		if (!outcome.ok) throw new Error(outcome.reason);
	});
}

/** Partners of the demo, to give to. */
export async function listReceivers(url: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: url, types: columnTypes });
	await client.connect();
	const { rows } = await client.query<{ id: string }>(
		"SELECT id FROM partners WHERE status = 'ACTIVE' AND benefits_frozen_from IS NULL ORDER BY id LIMIT 20",
	);
	await client.end();
	return rows.map((row) => row.id);
}
