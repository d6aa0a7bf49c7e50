import "server-only";
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
import type { GrantToPartner, MoveGrant, ReturnToPool } from "@/lib/domains/pools/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** One person's keys are no other's: a key that somebody else sent as well is another key. */
function keyOf(scope: PlatformScope, key: string): string {
	return `${scope.userId}:${key}`;
}

/**
 * A lead gives a partner something from a pool, or sets it aside; the partner is told. All of it is one statement, and a
 * transaction of its own.
 * @throws AppError NOT_FOUND for an unknown pool or partner, and where the amount was typed for another unit
 */
export async function grantToPartner(scope: PlatformScope, input: GrantToPartner): Promise<Outcome<Moved>> {
	grant(scope, "pool.manage");
	const isGrant = input.kind === "GRANT";
	const give = isGrant ? grantFromPool : reserveFromPool;
	return give(pool(), {
		poolId: input.poolId,
		partnerId: input.partnerId,
		amount: input.amount,
		benefitCode: null,
		purpose: input.purpose,
		expiresOn: input.expiresOn || null,
		key: keyOf(scope, input.key),
		actor: actorOf(scope),
		reason: input.purpose,
		unit: input.unit,
		tell: { kind: isGrant ? "poolGranted" : "poolReserved", href: routes.partner.pools() },
	});
}

/**
 * What a lead does with a grant it gave: give what was reserved, record what was spent, release, claw back. What was given
 * for a benefit or by the fund is moved where that is decided, so that both tell the same (GRANT_HAS_HOME).
 */
export async function moveGrant(scope: PlatformScope, input: MoveGrant): Promise<Outcome<Moved>> {
	grant(scope, "pool.manage");
	const { rows } = await pool().query<{ home: string | null }>(
		"SELECT benefit_code AS home FROM pool_grants WHERE id = $1 AND pool_id = $2",
		[input.grantId, input.poolId],
	);
	if (rows[0]?.home) return refuse("GRANT_HAS_HOME");
	const { poolId, grantId, amount, unit, reason } = input;
	const move = { poolId, grantId, amount, unit, reason, key: keyOf(scope, input.key), actor: actorOf(scope) };
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
	const { poolId, amount, unit, reason, from } = input;
	return returnToAvailable(pool(), {
		poolId,
		amount,
		unit,
		reason,
		from,
		key: keyOf(scope, input.key),
		actor: actorOf(scope),
	});
}
