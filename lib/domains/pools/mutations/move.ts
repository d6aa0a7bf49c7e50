import "server-only";
import type { ClientBase, Pool } from "pg";
import type { MovementKind, PoolAccount, PoolUnit } from "@/lib/domains/pools/types";
import type { Actor } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Day } from "@/lib/platform/time";

/** Where a movement is written: inside a transaction, raw or Prisma's, or on `pool()` as a transaction of its own. */
export type LedgerDoor = Pool | ClientBase | Tx;

type MovedRow = {
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

const MOVE = `SELECT outcome, movement_id, grant_id, moved_at FROM move_pool(
	$1::text, $2::text, $3::pool_movement_kind, $4::pool_account, $5::pool_account, $6::bigint, $7::text, $8::boolean, $9::text,
	$10::text, $11::text, $12::text, $13::date, $14::date, $15::text, $16::text, $17::text, $18::text, $19::text, $20::text,
	$21::pool_unit, $22::text, $23::text)`;

async function ask(door: LedgerDoor, values: unknown[]): Promise<MovedRow | undefined> {
	if ("$queryRawUnsafe" in door) return (await door.$queryRawUnsafe<MovedRow[]>(MOVE, ...values))[0];
	const { rows } = await door.query<MovedRow>({ name: "move_pool", text: MOVE, values });
	return rows[0];
}

/**
 * One movement of the ledger, inside the caller's transaction where it brings one. Everything is judged and written by the
 * database in one statement (`move_pool`): balances, double entry, decision, audit row, notices. A "no" has changed nothing.
 * Refusals: POOL_EXHAUSTED, POOL_KEY_CONFLICT, GRANT_NOT_ENOUGH, GRANT_EXPIRED, MONTH_CLOSED, CUT_BELOW_USE and the like.
 * @throws AppError NOT_FOUND for a pool, grant or partner that does not exist
 */
export async function movePool(door: LedgerDoor, move: Move): Promise<Outcome<Moved>> {
	const { actor, opens, tell } = move;
	const grantId = opens ? newId("pgr") : (move.grantId ?? null);
	const row = await ask(door, [
		newId("pmv"),
		move.poolId,
		move.kind,
		move.from,
		move.to,
		move.amount,
		move.key,
		opens !== undefined,
		grantId,
		opens?.partnerId ?? null,
		opens?.benefitCode ?? null,
		opens?.purpose ?? null,
		opens?.expiresOn ?? null,
		move.bookedOn ?? null,
		move.changeId ?? null,
		actor.userId,
		actor.label,
		actor.address,
		move.reason,
		newId("dec"),
		move.unit ?? null,
		tell?.kind ?? null,
		tell?.href ?? null,
	]);
	if (!row) throw new AppError("UNEXPECTED");
	return read(row);
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
