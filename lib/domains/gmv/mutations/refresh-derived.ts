import "server-only";
import type { PoolClient } from "pg";
import { lockTotals } from "@/lib/domains/gmv/mutations/locks";
import type { DaySpan } from "@/lib/domains/gmv/types";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

function listDays({ fromDay, toDay }: DaySpan): Day[] {
	return Array.from({ length: daysBetween(fromDay, toDay) + 1 }, (_, index) => addDays(fromDay, index));
}

const SHOP_DAYS = `shop_days AS MATERIALIZED (
	SELECT shop_id, day, sum(paid_fen)::bigint AS paid, sum(refunded_fen)::bigint AS refunded
	  FROM gmv_shop_days WHERE day = ANY($1::date[]) GROUP BY shop_id, day
)`;

const BINDING_OF_DAY = `b.shop_id = d.shop_id AND b.status = 'CONFIRMED'
	AND b.from_day <= d.day AND (b.to_day IS NULL OR d.day < b.to_day)`;

/**
 * Recomputes the totals of partners and platform for some days from shop days and confirmed bindings (domain.md §3.4):
 * whole days and whole months are replaced, so that running it again changes nothing. Call it in the transaction that
 * changed facts or bindings; it serialises with every other caller until that transaction ends.
 */
export async function refreshDerivedDays(client: PoolClient, days: readonly Day[]): Promise<void> {
	if (days.length === 0) return;
	await lockTotals(client);
	await client.query("DELETE FROM gmv_partner_days WHERE day = ANY($1::date[])", [days]);
	await client.query(
		`WITH ${SHOP_DAYS}
		 INSERT INTO gmv_partner_days (partner_id, day, track_code, paid_fen, refunded_fen)
		 SELECT b.partner_id, d.day, b.track_code, sum(d.paid), sum(d.refunded)
		   FROM shop_days d JOIN shop_bindings b ON ${BINDING_OF_DAY}
		  GROUP BY b.partner_id, d.day, b.track_code`,
		[days],
	);
	await client.query("DELETE FROM gmv_platform_days WHERE day = ANY($1::date[])", [days]);
	await client.query(
		`WITH ${SHOP_DAYS}, bound AS (
			SELECT DISTINCT d.shop_id, d.day FROM shop_days d JOIN shop_bindings b ON ${BINDING_OF_DAY}
		 )
		 INSERT INTO gmv_platform_days (day, paid_fen, refunded_fen, unattributed_paid_fen, unattributed_refunded_fen)
		 SELECT d.day, sum(d.paid), sum(d.refunded),
		        coalesce(sum(d.paid) FILTER (WHERE b.shop_id IS NULL), 0),
		        coalesce(sum(d.refunded) FILTER (WHERE b.shop_id IS NULL), 0)
		   FROM shop_days d LEFT JOIN bound b ON b.shop_id = d.shop_id AND b.day = d.day
		  GROUP BY d.day`,
		[days],
	);
	await refreshMonths(client, [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))]);
}

/** The same for every day of a span. */
export async function refreshDerived(client: PoolClient, span: DaySpan): Promise<void> {
	await refreshDerivedDays(client, listDays(span));
}

async function refreshMonths(client: PoolClient, months: readonly Day[]): Promise<void> {
	await client.query("DELETE FROM gmv_partner_months WHERE month = ANY($1::date[])", [months]);
	await client.query(
		`INSERT INTO gmv_partner_months (partner_id, month, paid_fen, refunded_fen)
		 SELECT d.partner_id, m.month, sum(d.paid_fen), sum(d.refunded_fen)
		   FROM unnest($1::date[]) AS m(month)
		   JOIN gmv_partner_days d ON d.day >= m.month AND d.day < (m.month + interval '1 month')::date
		  GROUP BY d.partner_id, m.month`,
		[months],
	);
}
