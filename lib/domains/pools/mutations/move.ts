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
	/** Tells the partner whose grant is opened; `unit` is the one the amount was typed in. */
	tell?: { unit: PoolUnit; kind: string; href: string };
};

const CALL = `move_pool(
	$1::text, $2::text, $3::pool_movement_kind, $4::pool_account, $5::pool_account, $6::bigint, $7::text, $8::boolean, $9::text,
	$10::text, $11::text, $12::text, $13::date, $14::date, $15::text, $16::text, $17::text, $18::text, $19::text, $20::text)`;
const MOVE = `SELECT outcome, movement_id, grant_id, moved_at FROM ${CALL}`;

/** The same with the receiver's people told of it, in one statement; nothing at all where the pool counts in another unit. */
const MOVE_AND_TELL = `
	WITH terms AS (
	  SELECT CASE WHEN name_zh = name_en THEN name_zh ELSE name_zh || ' · ' || name_en END AS pool
	    FROM pools WHERE id = $2::text AND unit = $21::pool_unit
	), moved AS MATERIALIZED (
	  SELECT m.* FROM terms, LATERAL ${CALL} m
	), told AS (
	  INSERT INTO notifications (id, key, user_id, organisation_id, kind, params, href)
	  SELECT 'ntf_' || substr($1::text, 5) || to_char(row_number() OVER (ORDER BY s.user_id), 'FM00'),
	         'pool-grant:' || $1::text || ':' || s.user_id, s.user_id, s.organisation_id, $22::text,
	         jsonb_build_object('pool', terms.pool, 'purpose', $12::text), $23::text
	    FROM moved, terms, partners x
	    JOIN memberships s ON s.organisation_id = x.organisation_id
	    JOIN users u ON u.id = s.user_id AND u.status = 'ACTIVE'
	   WHERE moved.outcome = 'MOVED' AND x.id = $10::text
	)
	SELECT outcome, movement_id, grant_id, moved_at FROM moved`;

async function ask(
	door: LedgerDoor,
	name: string,
	text: string,
	values: unknown[],
): Promise<MovedRow | undefined> {
	if ("$queryRawUnsafe" in door) return (await door.$queryRawUnsafe<MovedRow[]>(text, ...values))[0];
	const { rows } = await door.query<MovedRow>({ name, text, values });
	return rows[0];
}

/**
 * One movement of the ledger, inside the caller's transaction where it brings one. Everything is judged and written by the
 * database in one statement (`move_pool`): balances, double entry, the decision, the audit row. A "no" has changed nothing.
 * Refusals: POOL_EXHAUSTED, POOL_KEY_CONFLICT, GRANT_NOT_ENOUGH, GRANT_EXPIRED, MONTH_CLOSED, CUT_BELOW_USE and the like.
 * @throws AppError NOT_FOUND for a pool, grant or partner that does not exist
 */
export async function movePool(door: LedgerDoor, move: Move): Promise<Outcome<Moved>> {
	const { actor, opens } = move;
	const grantId = opens ? newId("pgr") : (move.grantId ?? null);
	const values = [
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
	];
	const { tell } = move;
	if (!tell) return read(await ask(door, "move_pool", MOVE, values));
	const row = await ask(door, "move_pool_and_tell", MOVE_AND_TELL, [
		...values,
		tell.unit,
		tell.kind,
		tell.href,
	]);
	if (!row) throw new AppError("NOT_FOUND");
	return read(row);
}

function read(row: MovedRow | undefined): Outcome<Moved> {
	if (!row) throw new AppError("UNEXPECTED");
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
