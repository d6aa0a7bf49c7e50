import "server-only";
import type { PoolClient } from "pg";
import { movePool } from "@/lib/domains/pools/mutations/move";
import { tellPartner } from "@/lib/domains/pools/mutations/tell";
import { systemActor } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { pool } from "@/lib/platform/db/pool";
import { bothNames } from "@/lib/platform/notifications/both-names";
import type { Day } from "@/lib/platform/time";

type Lapsed = {
	id: string;
	poolId: string;
	organisationId: string;
	open: bigint;
	reserved: bigint;
	bookedOn: Day;
	zh: string;
	en: string;
	purpose: string;
};

/** Grants of one round; the next round takes the rest. */
const ROUND = 500;

/**
 * What has run out by the database's own day: open amounts expire, reserved ones go back. It is booked on the day after the
 * last one, however late this runs, unless that month has closed meanwhile.
 */
const FIND = `
	SELECT g.id, g.pool_id AS "poolId", g.organisation_id AS "organisationId", g.open, g.reserved, g.purpose,
	       p.name_zh AS zh, p.name_en AS en,
	       greatest(g.expires_on + 1, (SELECT (max(m.month) + interval '1 month')::date FROM pool_months m WHERE m.pool_id = g.pool_id))
	         AS "bookedOn"
	  FROM pool_grants g JOIN pools p ON p.id = g.pool_id
	 WHERE g.expires_on < shanghai_day(pool_now()) AND (g.open > 0 OR g.reserved > 0)
	 ORDER BY g.id LIMIT ${ROUND}`;

/** Ends every grant whose last day is over. Run again, or by two at once, it has no second effect. */
export async function expireGrants(): Promise<{ expired: number; released: number }> {
	const done = { expired: 0, released: 0 };
	for (;;) {
		const { rows } = await pool().query<Lapsed>(FIND);
		let moved = 0;
		for (const lapsed of rows) {
			const outcome = await inRawOutcomeTransaction((client) => expire(client, lapsed));
			if (!outcome.ok) continue;
			done.expired += outcome.expired;
			done.released += outcome.released;
			moved += outcome.expired + outcome.released;
		}
		if (rows.length < ROUND || moved === 0) return done;
	}
}

async function expire(client: PoolClient, lapsed: Lapsed) {
	const { id, poolId, open, reserved, bookedOn } = lapsed;
	const common = { poolId, grantId: id, bookedOn, actor: systemActor("jobs:pools") };
	let expired = 0;
	let released = 0;
	if (open > 0n) {
		await tellPartner(client, lapsed.organisationId, {
			key: `pool-expired:${id}`,
			kind: "poolExpired",
			params: { pool: bothNames(lapsed), purpose: lapsed.purpose },
		});
		const outcome = await movePool(client, {
			...common,
			kind: "EXPIRE",
			from: "GRANTED",
			to: "EXPIRED",
			amount: open,
			key: `expire:${id}`,
			reason: "expired",
		});
		if (!outcome.ok) return outcome;
		expired = Number(!outcome.isReplay);
	}
	if (reserved > 0n) {
		const outcome = await movePool(client, {
			...common,
			kind: "RELEASE",
			from: "RESERVED",
			to: "AVAILABLE",
			amount: reserved,
			key: `lapse:${id}`,
			reason: "expired",
		});
		if (!outcome.ok) return outcome;
		released = Number(!outcome.isReplay);
	}
	return { ok: true as const, expired, released };
}
