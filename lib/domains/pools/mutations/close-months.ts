import "server-only";
import type { PoolClient } from "pg";
import { REVIEW_DAYS } from "@/lib/domains/pools/constants";
import { type Actor, systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import type { Day } from "@/lib/platform/time";

/**
 * The next month of a pool that may close: it and its review are over by the database's day, the months before it are
 * closed, and no objection to it waits for an answer.
 */
const NEXT = `
	SELECT n.month FROM pools p
	CROSS JOIN LATERAL (
	  SELECT coalesce((SELECT max(m.month) + interval '1 month' FROM pool_months m WHERE m.pool_id = p.id),
	                  date_trunc('month', (SELECT min(v.booked_on) FROM pool_movements v WHERE v.pool_id = p.id)))::date AS month) n
	 WHERE p.id = $1 AND (n.month + interval '1 month')::date + $2::int <= shanghai_day(pool_now())
	   AND NOT EXISTS (SELECT FROM pool_objections o WHERE o.pool_id = p.id AND o.month = n.month AND o.answer IS NULL)`;

/** Adds up a month `$2` of a pool `$1` and closes it, at `$3` or now. */
export const CLOSE_MONTH = `
	INSERT INTO pool_months (pool_id, month, total, available, reserved, granted, spent, expired, clawed_back, movements, closed_at)
	SELECT $1, $2::date, -coalesce(sum(amount) FILTER (WHERE account = 'FUNDING'), 0),
	       coalesce(sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0), coalesce(sum(amount) FILTER (WHERE account = 'RESERVED'), 0),
	       coalesce(sum(amount) FILTER (WHERE account = 'GRANTED'), 0), coalesce(sum(amount) FILTER (WHERE account = 'SPENT'), 0),
	       coalesce(sum(amount) FILTER (WHERE account = 'EXPIRED'), 0), coalesce(sum(amount) FILTER (WHERE account = 'CLAWED_BACK'), 0),
	       count(DISTINCT movement_id) FILTER (WHERE booked_on >= $2::date), coalesce($3::timestamptz, pool_now())
	  FROM pool_entries WHERE pool_id = $1 AND booked_on < ($2::date + interval '1 month')::date`;

/** Closes, in order, every month of every pool whose review is over. A closed month never changes again. */
export async function closeMonths(actor: Actor = systemActor("jobs:pools")): Promise<number> {
	const { rows } = await pool().query<{ id: string }>("SELECT id FROM pools ORDER BY id");
	let closed = 0;
	for (const { id } of rows)
		while (await inRawTransaction((client) => closeNext(client, id, actor))) closed++;
	return closed;
}

/** Movements wait meanwhile: none is booked into a month that is being added up. */
async function closeNext(client: PoolClient, poolId: string, actor: Actor): Promise<boolean> {
	await client.query("SELECT FROM pools WHERE id = $1 FOR NO KEY UPDATE", [poolId]);
	const { rows } = await client.query<{ month: Day }>(NEXT, [poolId, REVIEW_DAYS]);
	const month = rows[0]?.month;
	if (!month) return false;
	await client.query(CLOSE_MONTH, [poolId, month, null]);
	await recordAuditRaw(client, {
		actor,
		action: "pool-month.close",
		subjectType: "pool",
		subjectId: poolId,
		organisationId: null,
		after: { month: month.slice(0, 7) },
	});
	return true;
}
