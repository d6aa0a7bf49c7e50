import "server-only";
import type { PoolClient } from "pg";
import {
	clawBackGrant,
	grantFromPool,
	grantReserved,
	releaseReserved,
	reserveFromPool,
	returnToAvailable,
	spendGrant,
} from "@/lib/domains/pools/mutations/ledger";
import type { Moved } from "@/lib/domains/pools/mutations/move";
import { inLedgerTransaction } from "@/lib/domains/pools/mutations/own-transaction";
import { bothNames, tellPartner } from "@/lib/domains/pools/mutations/tell";
import type { GrantToPartner, MoveGrant, ReturnToPool } from "@/lib/domains/pools/schema";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** One person's keys are no other's: a key that somebody else sent as well is another key. */
function keyOf(scope: PlatformScope, key: string): string {
	return `${scope.userId}:${key}`;
}

type Terms = { unit: PoolUnit; organisationId: string; zh: string; en: string };

/** The pool's name and unit and the partner's tenant. @throws NOT_FOUND, also where the amount was typed for another unit */
async function readTerms(client: PoolClient, input: GrantToPartner): Promise<Terms> {
	const { rows } = await client.query<Terms>({
		name: "pool-terms",
		text: `SELECT p.unit, p.name_zh AS zh, p.name_en AS en, x.organisation_id AS "organisationId"
		         FROM pools p, partners x WHERE p.id = $1 AND x.id = $2`,
		values: [input.poolId, input.partnerId],
	});
	const terms = rows[0];
	if (terms?.unit !== input.unit) throw new AppError("NOT_FOUND");
	return terms;
}

/**
 * A lead gives a partner something from a pool, or sets it aside. The partner is told in the same transaction; what is
 * told is written before the pool's row is locked, so that others wait for one statement and the commit alone.
 */
export function grantToPartner(scope: PlatformScope, input: GrantToPartner): Promise<Outcome<Moved>> {
	grant(scope, "pool.manage");
	return inLedgerTransaction(async (client) => {
		const terms = await readTerms(client, input);
		const key = keyOf(scope, input.key);
		await tellPartner(client, terms.organisationId, {
			key: `pool-grant:${key}`,
			kind: input.kind === "GRANT" ? "poolGranted" : "poolReserved",
			params: { pool: bothNames(terms), purpose: input.purpose },
		});
		const give = input.kind === "GRANT" ? grantFromPool : reserveFromPool;
		return give(client, {
			poolId: input.poolId,
			partnerId: input.partnerId,
			amount: input.amount,
			benefitCode: null,
			purpose: input.purpose,
			expiresOn: input.expiresOn || null,
			key,
			actor: actorOf(scope),
			reason: input.purpose,
		});
	});
}

/** What a lead does with a grant afterwards: give what was reserved, record what was spent, release, claw back. */
export async function moveGrant(scope: PlatformScope, input: MoveGrant): Promise<Outcome<Moved>> {
	grant(scope, "pool.manage");
	await requireUnit(input.poolId, input.unit);
	const { poolId, grantId, amount, reason } = input;
	const move = { poolId, grantId, amount, reason, key: keyOf(scope, input.key), actor: actorOf(scope) };
	switch (input.kind) {
		case "GRANT":
			return grantReserved(pool(), move);
		case "RELEASE":
			return releaseReserved(pool(), move);
		case "SPEND":
			return spendGrant(pool(), { ...move, ...(input.bookedOn && { bookedOn: input.bookedOn }) });
		case "CLAW_BACK":
			return clawBackGrant(pool(), { ...move, from: "GRANTED" });
		case "CLAW_BACK_SPENT":
			return clawBackGrant(pool(), { ...move, from: "SPENT" });
	}
}

export async function returnToPool(scope: PlatformScope, input: ReturnToPool): Promise<Outcome<Moved>> {
	grant(scope, "pool.manage");
	await requireUnit(input.poolId, input.unit);
	const { poolId, amount, reason, from } = input;
	return returnToAvailable(pool(), {
		poolId,
		amount,
		reason,
		from,
		key: keyOf(scope, input.key),
		actor: actorOf(scope),
	});
}

/** An amount typed for another unit is another amount. */
async function requireUnit(poolId: string, unit: PoolUnit): Promise<void> {
	const { rowCount } = await pool().query("SELECT FROM pools WHERE id = $1 AND unit = $2", [poolId, unit]);
	if (rowCount === 0) throw new AppError("NOT_FOUND");
}
