import "server-only";
import type { PoolClient } from "pg";
import { holdTotals } from "@/lib/domains/gmv/data/hold-totals";
import { lastDayKnown } from "@/lib/domains/gmv/rules/known-on";
import { pool } from "@/lib/platform/db/pool";
import type { Day, Month } from "@/lib/platform/time";

/**
 * Totals as they were known at an earlier instant: today's rollups less what became known later, so that a question as
 * of last month reads a month of changes and never the facts. What carries no change (the demo, data from before changes
 * were noted) was always known, except that no day can be known before it came.
 */
export type KnownTotal<Key extends string> = Record<Key, string> & { paidFen: bigint; refundedFen: bigint };

async function ask<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
	const client: PoolClient = await pool().connect();
	try {
		await client.query("BEGIN READ ONLY");
		await holdTotals(client);
		const { rows } = await client.query<Row>(sql, values);
		await client.query("COMMIT");
		return rows;
	} finally {
		await client.query("ROLLBACK").catch(() => undefined);
		client.release();
	}
}

/** Shop days of one source, or all when null, as known at $1; $2 the last day, $3 the source's id. */
const SHOP_DAYS = `known AS (
	SELECT shop_id, day, channel, paid_fen, refunded_fen FROM gmv_shop_days
	 WHERE day <= $2 AND ($3::smallint IS NULL OR source_id = $3)
	UNION ALL
	SELECT c.shop_id, c.day, c.channel, -c.paid_fen, -c.refunded_fen
	  FROM import_batches b JOIN gmv_shop_day_changes c ON c.batch_id = b.id
	 WHERE b.known_at > $1 AND c.day <= $2 AND ($3::smallint IS NULL OR c.source_id = $3)
)`;

const SUMS = `sum(paid_fen)::bigint AS "paidFen", sum(refunded_fen)::bigint AS "refundedFen"`;
const NOT_EMPTY = "HAVING sum(paid_fen) <> 0 OR sum(refunded_fen) <> 0";

/** The platform's months. */
export function readMonthsKnownOn(at: Date, sourceId: number | null = null): Promise<KnownTotal<"month">[]> {
	return ask(
		`WITH ${SHOP_DAYS} SELECT to_char(day, 'YYYY-MM') AS month, ${SUMS} FROM known GROUP BY 1 ${NOT_EMPTY} ORDER BY 1`,
		[at, lastDayKnown(at), sourceId],
	);
}

/** Every shop over all days, or the days of one month; the biggest paid amount first. */
export function readShopsKnownOn(
	at: Date,
	sourceId: number | null = null,
	month: Month | null = null,
): Promise<KnownTotal<"shopCode">[]> {
	return ask(
		`WITH ${SHOP_DAYS}
		 SELECT s.code AS "shopCode", ${SUMS} FROM known k JOIN shops s ON s.id = k.shop_id
		  WHERE $4::text IS NULL OR (k.day >= ($4 || '-01')::date AND k.day < ($4 || '-01')::date + interval '1 month')
		  GROUP BY s.code ${NOT_EMPTY} ORDER BY 2 DESC, 1`,
		[at, lastDayKnown(at), sourceId, month],
	);
}

/** Every partner's months by the attribution of that instant: a later change of a binding is a later change as well. */
export function readPartnersKnownOn(
	at: Date,
	month: Month | null = null,
): Promise<KnownTotal<"partnerId" | "month">[]> {
	return ask(
		`SELECT partner_id AS "partnerId", to_char(day, 'YYYY-MM') AS month, ${SUMS} FROM (
			SELECT partner_id, day, paid_fen, refunded_fen FROM gmv_partner_days WHERE day <= $2
			UNION ALL
			SELECT partner_id, day, -paid_fen, -refunded_fen FROM gmv_partner_day_changes WHERE known_at > $1 AND day <= $2
		 ) known
		  WHERE $3::text IS NULL OR (day >= ($3 || '-01')::date AND day < ($3 || '-01')::date + interval '1 month')
		  GROUP BY 1, 2 ${NOT_EMPTY} ORDER BY 2, 3 DESC, 1`,
		[at, lastDayKnown(at), month],
	);
}

export type KnownDay = {
	day: Day;
	paidFen: bigint;
	refundedFen: bigint;
	unattributedPaidFen: bigint;
	unattributedRefundedFen: bigint;
};

/** The platform's days in `[from, to)` with what nobody got of them, as attributed at that instant. */
export function readDaysKnownOn(at: Date, from: Day, to: Day): Promise<KnownDay[]> {
	return ask(
		`SELECT day, ${SUMS}, sum(unattributed_paid_fen)::bigint AS "unattributedPaidFen",
		        sum(unattributed_refunded_fen)::bigint AS "unattributedRefundedFen" FROM (
			SELECT day, paid_fen, refunded_fen, unattributed_paid_fen, unattributed_refunded_fen FROM gmv_platform_days
			UNION ALL
			SELECT day, -paid_fen, -refunded_fen, -unattributed_paid_fen, -unattributed_refunded_fen
			  FROM gmv_platform_day_changes WHERE known_at > $1
		 ) known
		  WHERE day <= $2 AND day >= $3 AND day < $4 GROUP BY day ${NOT_EMPTY} ORDER BY day`,
		[at, lastDayKnown(at), from, to],
	);
}
