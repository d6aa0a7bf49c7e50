import "server-only";
import type { PoolClient } from "pg";
import { indicators, leastPeers } from "@/lib/domains/trust/constants/scorecard";
import { readValue, scorecardOf } from "@/lib/domains/trust/rules/scorecard/scorecard";
import type { Count, IndicatorCode, WeekCounts } from "@/lib/domains/trust/types/scorecard";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { median } from "@/lib/platform/statistics/quantile";
import { addDays, type Day } from "@/lib/platform/time";

/** Weeks a week is compared with. */
export const WEEKS_BEFORE = 4;
/** Weeks that facts still come in for: a claim of then is decided, an order refunded, a day of complaints corrected. */
const WEEKS_OPEN = 5;

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
	const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
	return addDays(day, -weekday);
}

/**
 * What is counted in the week that begins on $1, by shop, in one pass over its orders and its claims. An indicator nobody sends
 * anything for has no row: complaints where no day of the shop was told; they count over the orders of the days that were.
 */
export const WEEK_COUNTS = `
	WITH sold AS (
	  SELECT shop_id, source_id, event_id, min(day) AS day FROM order_lines
	   WHERE type = 'sale' AND day >= $1::date AND day < $1::date + 7 GROUP BY shop_id, source_id, event_id
	), refunded AS (
	  SELECT DISTINCT ON (r.shop_id, r.source_id, r.sale_event_id) r.shop_id, r.source_id, r.sale_event_id AS event_id, r.day FROM order_lines r
	   WHERE r.type = 'refund' AND r.sale_event_id IS NOT NULL AND r.day >= $1::date
	   ORDER BY r.shop_id, r.source_id, r.sale_event_id, r.day
	), orders AS (
	  SELECT s.shop_id, count(*)::int AS orders, count(r.day)::int AS refunded,
	         count(*) FILTER (WHERE r.day <= s.day + 1)::int AS early
	    FROM sold s LEFT JOIN refunded r USING (shop_id, source_id, event_id) GROUP BY s.shop_id
	), opened AS (
	  SELECT shop_id, count(*) FILTER (WHERE reason = 'NOT_AS_DESCRIBED')::int AS misdescribed,
	         count(*) FILTER (WHERE reason IN ('WRONG_ITEM', 'MISSING_PARTS'))::int AS wrong,
	         count(*) FILTER (WHERE reason IN ('QUALITY', 'DAMAGED', 'SPOILED'))::int AS quality,
	         count(responded_at)::int AS responded,
	         coalesce(sum(extract(epoch FROM responded_at - opened_at)) / 3600, 0) AS response_hours
	    FROM trust_claims WHERE opened_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
	     AND opened_at < ($1::date + 7)::timestamp AT TIME ZONE 'Asia/Shanghai' GROUP BY shop_id
	), decided AS (
	  SELECT shop_id, count(*)::int AS decided, count(*) FILTER (WHERE was_overdue)::int AS late,
	         count(*) FILTER (WHERE guarantee = 'TENFOLD_COMPENSATION' AND outcome = 'GRANTED')::int AS counterfeits,
	         coalesce(sum(extract(epoch FROM decided_at - opened_at)) / 3600, 0) AS decision_hours
	    FROM trust_claims WHERE decided_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
	     AND decided_at < ($1::date + 7)::timestamp AT TIME ZONE 'Asia/Shanghai' GROUP BY shop_id
	), daily AS (
	  SELECT shop_id, day, count(*)::int AS orders FROM sold GROUP BY shop_id, day
	), complained AS (
	  SELECT s.id AS shop_id, sum(c.complaints) FILTER (WHERE c.kind = 'content')::int AS content,
	         sum(y.orders) FILTER (WHERE c.kind = 'content')::int AS content_orders,
	         sum(c.complaints) FILTER (WHERE c.kind = 'price')::int AS price,
	         sum(y.orders) FILTER (WHERE c.kind = 'price')::int AS price_orders
	    FROM (SELECT DISTINCT ON (shop_code, day, kind) shop_code, day, kind, complaints FROM complaint_days
	           WHERE day >= $1::date AND day < $1::date + 7 ORDER BY shop_code, day, kind, revision DESC) c
	    JOIN shops s ON s.code = c.shop_code LEFT JOIN daily y ON y.shop_id = s.id AND y.day = c.day GROUP BY s.id
	)
	SELECT s.id AS shop_id, i.indicator, i.events, i.over
	  FROM shops s LEFT JOIN orders o ON o.shop_id = s.id LEFT JOIN opened p ON p.shop_id = s.id
	  LEFT JOIN decided d ON d.shop_id = s.id LEFT JOIN complained c ON c.shop_id = s.id
	 CROSS JOIN LATERAL (VALUES
	   ('CONTENT_COMPLAINTS', c.content::float8, c.content_orders), ('PRICE_DISPUTES', c.price::float8, c.price_orders),
	   ('MISDESCRIBED', coalesce(p.misdescribed, 0)::float8, o.orders), ('EARLY_REFUNDS', o.early::float8, o.orders),
	   ('COUNTERFEITS', coalesce(d.counterfeits, 0)::float8, o.orders), ('WRONG_OR_MISSING', coalesce(p.wrong, 0)::float8, o.orders),
	   ('QUALITY_RETURNS', coalesce(p.quality, 0)::float8, o.orders), ('REFUND_SHARE', o.refunded::float8, o.orders),
	   ('RESPONSE_TIME', p.response_hours::float8, p.responded), ('RESOLUTION_TIME', d.decision_hours::float8, d.decided),
	   ('OVERDUE', d.late::float8, d.decided)
	 ) i(indicator, events, over)
	 WHERE i.events IS NOT NULL AND i.over > 0`;

/** Brings the last `weeks` weeks, that of `today` the newest, to what the facts say; answers how many counts were written. */
export function rollWeeks(today: Day, weeks = WEEKS_OPEN): Promise<number> {
	const last = mondayOf(today);
	return inRawTransaction(async (client) => {
		await client.query("SELECT pg_advisory_xact_lock(hashtext('trust-scores'))");
		let rows = 0;
		for (let ago = weeks - 1; ago >= 0; ago--) rows += await rollWeek(client, addDays(last, -7 * ago));
		return rows;
	});
}

async function rollWeek(client: PoolClient, week: Day): Promise<number> {
	await client.query("DELETE FROM trust_score_counts WHERE week = $1", [week]);
	const { rowCount } = await client.query(
		`INSERT INTO trust_score_counts (shop_id, week, indicator, events, over) SELECT shop_id, $1::date, indicator, events, over FROM (${WEEK_COUNTS}) w`,
		[week],
	);
	await scoreWeek(client, week);
	await client.query(
		"INSERT INTO trust_score_weeks (week, rolled_at) VALUES ($1, now()) ON CONFLICT (week) DO UPDATE SET rolled_at = excluded.rolled_at",
		[week],
	);
	return rowCount ?? 0;
}

type CountRow = { shopId: number; category: string | null; week: Day; indicator: IndicatorCode } & Count;

/** Scores of every shop with counts, and what is usual among the shops of a category. */
async function scoreWeek(client: PoolClient, week: Day): Promise<void> {
	const { rows } = await client.query<CountRow>(
		`SELECT c.shop_id AS "shopId", s.category, c.week, c.indicator, c.events, c.over
		   FROM trust_score_counts c JOIN shops s ON s.id = c.shop_id WHERE c.week BETWEEN $1::date - $2::int * 7 AND $1::date`,
		[week, WEEKS_BEFORE],
	);
	const shops = [...Map.groupBy(rows, ({ shopId }) => shopId)].flatMap(([shopId, own]) => {
		const weeks = Map.groupBy(own, (row) => row.week);
		const now = weeks.get(week);
		if (!now) return [];
		const before = [...weeks].flatMap(([day, counts]) => (day === week ? [] : [countsOf(counts)]));
		const { score, change, stages, pulls } = scorecardOf({ week: countsOf(now), before, peers: [] });
		const of = Object.fromEntries(stages.map((one) => [one.stage.toLowerCase(), one.score]));
		const [pull] = pulls;
		return [
			{ shop_id: shopId, week, score, change, ...of, pull: pull?.code ?? null, points: pull?.points ?? null },
		];
	});
	await client.query("DELETE FROM trust_score_shops WHERE week = $1", [week]);
	await client.query(
		"INSERT INTO trust_score_shops SELECT * FROM json_populate_recordset(NULL::trust_score_shops, $1)",
		[JSON.stringify(shops)],
	);
	await client.query("DELETE FROM trust_score_peers WHERE week = $1", [week]);
	await client.query(
		"INSERT INTO trust_score_peers SELECT * FROM json_populate_recordset(NULL::trust_score_peers, $1)",
		[
			JSON.stringify(
				peersOf(
					rows.filter((row) => row.week === week),
					week,
				),
			),
		],
	);
}

export function countsOf(
	rows: readonly CountRow[] | readonly ({ indicator: IndicatorCode } & Count)[],
): WeekCounts {
	return Object.fromEntries(rows.map(({ indicator, events, over }) => [indicator, { events, over }]));
}

function peersOf(rows: readonly CountRow[], week: Day) {
	return [...Map.groupBy(rows, ({ category }) => category ?? "")].flatMap(([category, own]) =>
		indicators.flatMap((indicator) => {
			const values = own
				.filter((row) => row.indicator === indicator.code)
				.map((row) => readValue(indicator, row))
				.filter((value) => value !== null);
			// A shop is no peer of its own.
			if (category === "" || values.length <= leastPeers) return [];
			return [{ category, week, indicator: indicator.code, shops: values.length, median: median(values) }];
		}),
	);
}
