import "server-only";
import { type ClientBase, Pool } from "pg";
import type { MovementKind, PoolAccount, PoolUnit } from "@/lib/domains/pools/types";
import type { Actor } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Day } from "@/lib/platform/time";

/** Where a movement is written: inside a transaction, raw or Prisma's, or on `pool()` as a transaction of its own. */
export type LedgerDoor = Pool | ClientBase | Tx;

type MovedRow = {
	/** Of the order it answers. */
	id: string;
	outcome: string;
	movement_id: string;
	grant_id: string | null;
	moved_at: Date;
};

/** What became of a movement; sent again under the same key it is told in the same words, but for `isReplay`. */
export type Moved = {
	movementId: string;
	grantId: string | null;
	at: Date;
	isReplay: boolean;
};

export type Move = {
	poolId: string;
	kind: MovementKind;
	from: PoolAccount;
	to: PoolAccount;
	amount: bigint;
	key: string;
	actor: Actor;
	reason: string;
	/** The grant it belongs to; `opens` begins one. */
	grantId?: string;
	opens?: { partnerId: string; benefitCode: string | null; purpose: string; expiresOn: Day | null };
	bookedOn?: Day;
	changeId?: string;
	/** The unit the amount was typed in, where somebody typed it: for a pool that counts in another it is no amount at all. */
	unit?: PoolUnit;
	/** Tells the people of the partner whose grant is opened. */
	tell?: { kind: string; href: string };
};

/** Movements in the order they are handed in, each judged after those before it. */
const MOVE = `SELECT m.id, r.outcome, r.movement_id, r.grant_id, r.moved_at
	FROM json_to_recordset($1::json) AS m(id text, pool_id text, kind pool_movement_kind, from_account pool_account,
		to_account pool_account, amount bigint, key text, opens boolean, grant_id text, partner_id text, benefit_code text,
		purpose text, expires_on date, booked_on date, change_id text, actor_id text, actor_label text, address text, reason text,
		decision_id text, unit pool_unit, tell text, href text)
	CROSS JOIN LATERAL move_pool(m.id, m.pool_id, m.kind, m.from_account, m.to_account, m.amount, m.key, m.opens, m.grant_id,
		m.partner_id, m.benefit_code, m.purpose, m.expires_on, m.booked_on, m.change_id, m.actor_id, m.actor_label, m.address,
		m.reason, m.decision_id, m.unit, m.tell, m.href) r`;

async function ask(door: LedgerDoor, orders: readonly Order[]): Promise<MovedRow[]> {
	const values = JSON.stringify(orders);
	if ("$queryRawUnsafe" in door) return door.$queryRawUnsafe<MovedRow[]>(MOVE, values);
	const { rows } = await door.query<MovedRow>({ name: "move_pool", text: MOVE, values: [values] });
	return rows;
}

/**
 * One movement of the ledger, inside the caller's transaction where it brings one. Everything is judged and written by the
 * database in one statement (`move_pool`): balances, double entry, decision, audit row, notices. A "no" has changed nothing.
 * Refusals: POOL_EXHAUSTED, POOL_KEY_CONFLICT, GRANT_NOT_ENOUGH, GRANT_EXPIRED, MONTH_CLOSED, CUT_BELOW_USE and the like.
 * @throws AppError NOT_FOUND for a pool, grant or partner that does not exist
 */
export async function movePool(door: LedgerDoor, move: Move): Promise<Outcome<Moved>> {
	const order = orderOf(move);
	const row = door instanceof Pool ? await goTogether(door, order) : (await ask(door, [order]))[0];
	if (!row) throw new AppError("UNEXPECTED");
	return read(row);
}

type Order = ReturnType<typeof orderOf>;

function orderOf({ actor, opens, tell, ...move }: Move) {
	return {
		id: newId("pmv"),
		pool_id: move.poolId,
		kind: move.kind,
		from_account: move.from,
		to_account: move.to,
		amount: String(move.amount),
		key: move.key,
		opens: opens !== undefined,
		grant_id: opens ? newId("pgr") : (move.grantId ?? null),
		partner_id: opens?.partnerId ?? null,
		benefit_code: opens?.benefitCode ?? null,
		purpose: opens?.purpose ?? null,
		expires_on: opens?.expiresOn ?? null,
		booked_on: move.bookedOn ?? null,
		change_id: move.changeId ?? null,
		actor_id: actor.userId,
		actor_label: actor.label,
		address: actor.address,
		reason: move.reason,
		decision_id: newId("dec"),
		unit: move.unit ?? null,
		tell: tell?.kind ?? null,
		href: tell?.href ?? null,
	};
}

type Waiting = { order: Order; resolve(row: MovedRow | undefined): void; reject(error: unknown): void };

/** By pool, those that wait for the movement under way; a pool without one has no line. */
const lines = new Map<string, Waiting[]>();
const MOST_TOGETHER = 20;

/**
 * Movements of a pool that come while another is under way share the next transaction: they would wait for each other's
 * commit anyway, and so they wait for one. Each is answered for itself.
 */
function goTogether(door: Pool, order: Order): Promise<MovedRow | undefined> {
	return new Promise((resolve, reject) => {
		const line = lines.get(order.pool_id);
		if (line) line.push({ order, resolve, reject });
		else void serve(door, order.pool_id, { order, resolve, reject });
	});
}

async function serve(door: Pool, poolId: string, first: Waiting): Promise<void> {
	const line = [first];
	lines.set(poolId, line);
	while (line.length > 0) await settle(door, line.splice(0, MOST_TOGETHER));
	lines.delete(poolId);
}

/** What fails together is asked again one by one, so that nobody pays for another's fault, or for a deadlock with one. */
async function settle(door: Pool, together: readonly Waiting[]): Promise<void> {
	try {
		const rows = await ask(
			door,
			together.map(({ order }) => order),
		);
		const byId = new Map(rows.map((row) => [row.id, row]));
		for (const { order, resolve } of together) resolve(byId.get(order.id));
	} catch {
		for (const { order, resolve, reject } of together)
			await ask(door, [order]).then(([row]) => resolve(row), reject);
	}
}

function read(row: MovedRow): Outcome<Moved> {
	const { outcome } = row;
	if (outcome === "MOVED" || outcome === "REPLAYED")
		return {
			ok: true,
			movementId: row.movement_id,
			grantId: row.grant_id,
			at: row.moved_at,
			isReplay: outcome === "REPLAYED",
		};
	if (outcome === "CONFLICT") return refuse("POOL_KEY_CONFLICT");
	if (outcome.endsWith("_UNKNOWN")) throw new AppError("NOT_FOUND");
	const field = fieldOf[outcome];
	return refuse(outcome, field ? { fieldErrors: { [field]: outcome } } : {});
}

/** The field of a form that a refusal belongs beside. */
const fieldOf: Readonly<Record<string, string>> = {
	POOL_EXHAUSTED: "amount",
	GRANT_NOT_ENOUGH: "amount",
	CUT_BELOW_USE: "amount",
	RETURN_NOT_ENOUGH: "amount",
	PARTNER_FROZEN: "partnerId",
	EXPIRES_IN_PAST: "expiresOn",
	BOOKED_IN_FUTURE: "bookedOn",
	BOOKED_IN_PAST: "bookedOn",
	MONTH_CLOSED: "bookedOn",
	BEFORE_GRANT: "bookedOn",
};
