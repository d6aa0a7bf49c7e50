import "server-only";
import type { PoolClient } from "pg";
import { readKnownAt } from "@/lib/domains/gmv/mutations/locks";
import type { DaySpan } from "@/lib/domains/gmv/types";
import { passFaultPoint } from "@/lib/platform/env/fault";
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

const PARTNER_DAYS = `${SHOP_DAYS}, partner_days AS (
	SELECT b.partner_id, d.day, b.track_code, sum(d.paid)::bigint AS paid_fen, sum(d.refunded)::bigint AS refunded_fen
	  FROM shop_days d JOIN shop_bindings b ON ${BINDING_OF_DAY}
	 GROUP BY b.partner_id, d.day, b.track_code
)`;

const PLATFORM_DAYS = `${SHOP_DAYS}, bound AS (
	SELECT DISTINCT d.shop_id, d.day FROM shop_days d JOIN shop_bindings b ON ${BINDING_OF_DAY}
), platform_days AS (
	SELECT d.day, sum(d.paid)::bigint AS paid_fen, sum(d.refunded)::bigint AS refunded_fen,
	       coalesce(sum(d.paid) FILTER (WHERE b.shop_id IS NULL), 0)::bigint AS unattributed_paid_fen,
	       coalesce(sum(d.refunded) FILTER (WHERE b.shop_id IS NULL), 0)::bigint AS unattributed_refunded_fen
	  FROM shop_days d LEFT JOIN bound b ON b.shop_id = d.shop_id AND b.day = d.day
	 GROUP BY d.day
)`;

/**
 * Recomputes the totals of partners and platform for some days from shop days and confirmed bindings (domain.md §3.4):
 * whole days and whole months are replaced, so that running it again changes nothing. Call it in the transaction that
 * changed facts or bindings; it serialises with every other caller until that transaction ends.
 * @param isNoted whether the log of changes is kept; not where days are dated back as a whole
 * @returns since when the totals count as known
 */
export async function refreshDerivedDays(
	client: PoolClient,
	days: readonly Day[],
	isNoted = true,
): Promise<Date> {
	const knownAt = await readKnownAt(client);
	if (days.length === 0) return knownAt;
	if (isNoted) await noteChanges(client, days, knownAt);
	await client.query("DELETE FROM gmv_partner_days WHERE day = ANY($1::date[])", [days]);
	await client.query(
		`WITH ${PARTNER_DAYS}
		 INSERT INTO gmv_partner_days (partner_id, day, track_code, paid_fen, refunded_fen)
		 SELECT partner_id, day, track_code, paid_fen, refunded_fen FROM partner_days`,
		[days],
	);
	passFaultPoint("rollup");
	await client.query("DELETE FROM gmv_platform_days WHERE day = ANY($1::date[])", [days]);
	await client.query(
		`WITH ${PLATFORM_DAYS}
		 INSERT INTO gmv_platform_days (day, paid_fen, refunded_fen, unattributed_paid_fen, unattributed_refunded_fen)
		 SELECT day, paid_fen, refunded_fen, unattributed_paid_fen, unattributed_refunded_fen FROM platform_days`,
		[days],
	);
	await refreshMonths(client, [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))]);
	return knownAt;
}

/** The same for every day of a span. */
export async function refreshDerived(client: PoolClient, span: DaySpan, isNoted = true): Promise<void> {
	await refreshDerivedDays(client, listDays(span), isNoted);
}

/** `n` against `o`, column by column, as one difference each. */
function changeOf(columns: readonly string[]): string {
	return columns.map((column) => `coalesce(n.${column}, 0) - coalesce(o.${column}, 0)`).join(", ");
}

/** The log by which a total can be told as it was known before. */
async function noteChanges(client: PoolClient, days: readonly Day[], knownAt: Date): Promise<void> {
	const amounts = ["paid_fen", "refunded_fen"];
	const all = [...amounts, "unattributed_paid_fen", "unattributed_refunded_fen"];
	const differs = (columns: readonly string[]) =>
		columns.map((column) => `coalesce(n.${column}, 0) <> coalesce(o.${column}, 0)`).join(" OR ");
	await client.query(
		`WITH ${PARTNER_DAYS}, old AS MATERIALIZED (SELECT * FROM gmv_partner_days WHERE day = ANY($1::date[]))
		 INSERT INTO gmv_partner_day_changes (known_at, partner_id, day, track_code, ${amounts.join(", ")})
		 SELECT $2, partner_id, day, track_code, ${changeOf(amounts)}
		   FROM partner_days n FULL JOIN old o USING (partner_id, day, track_code) WHERE ${differs(amounts)}`,
		[days, knownAt],
	);
	await client.query(
		`WITH ${PLATFORM_DAYS}, old AS MATERIALIZED (SELECT * FROM gmv_platform_days WHERE day = ANY($1::date[]))
		 INSERT INTO gmv_platform_day_changes (known_at, day, ${all.join(", ")})
		 SELECT $2, day, ${changeOf(all)}
		   FROM platform_days n FULL JOIN old o USING (day) WHERE ${differs(all)}`,
		[days, knownAt],
	);
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
