import "server-only";
import {
	type BuyerFigures,
	type RepurchaseDays,
	repurchaseDays,
} from "@/lib/domains/gmv/rules/buyer-figures";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

export type BuyerPeriod = { from: Day; to: Day; asOf: Day };

type FigureRow = { buyers: number; repeatBuyers: number; purchases: number } & Record<
	`eligible${RepurchaseDays}` | `repeated${RepurchaseDays}`,
	number
>;

/**
 * One index scan of `(shop_id, day)` over the months from `from` to 90 days past `to`; other partitions are not opened.
 * `shops` is SQL for the shops with the days that count: columns `shop_id`, `from_day`, `to_day` (exclusive).
 */
async function readFigures(
	reports: ReportReader,
	shops: string,
	key: number | string,
	{ from, to, asOf }: BuyerPeriod,
	more: unknown[] = [],
): Promise<BuyerFigures> {
	const cohort = repurchaseDays
		.map(
			(days) => `count(*) FILTER (WHERE first_day + ${days} <= $4)::int AS "eligible${days}",
				count(*) FILTER (WHERE first_day + ${days} <= $4 AND second_day <= first_day + ${days})::int AS "repeated${days}"`,
		)
		.join(", ");
	const { rows } = await reports.query<FigureRow>(
		`WITH shops AS MATERIALIZED (${shops}), purchases AS (
			SELECT l.buyer_id, l.source_id, l.event_id, min(l.occurred_at) AS at, min(l.day) AS day
			  FROM shops s JOIN order_lines l ON l.shop_id = s.shop_id AND l.day >= s.from_day AND l.day < s.to_day
			 WHERE l.type = 'sale' AND l.buyer_id IS NOT NULL AND l.day >= $2 AND l.day < $5
			 GROUP BY l.buyer_id, l.source_id, l.event_id
		 ), ordered AS (
			SELECT buyer_id, day, row_number() OVER w AS n, lead(day) OVER w AS next_day
			  FROM purchases WINDOW w AS (PARTITION BY buyer_id ORDER BY at, source_id, event_id)
		 ), buyers AS (
			SELECT buyer_id, min(day) AS first_day, min(next_day) FILTER (WHERE n = 1) AS second_day,
			       count(*) FILTER (WHERE day < $3) AS events
			  FROM ordered GROUP BY buyer_id HAVING min(day) < $3
		 )
		 SELECT count(*)::int AS buyers, count(*) FILTER (WHERE events > 1)::int AS "repeatBuyers",
		        coalesce(sum(events), 0)::int AS purchases, ${cohort}
		   FROM buyers`,
		[key, from, to, asOf, addDays(to, Math.max(...repurchaseDays)), ...more],
	);
	const [row] = rows;
	return {
		buyers: row?.buyers ?? 0,
		repeatBuyers: row?.repeatBuyers ?? 0,
		purchases: row?.purchases ?? 0,
		repurchase: repurchaseDays.map((withinDays) => ({
			withinDays,
			buyers: row?.[`eligible${withinDays}`] ?? 0,
			repeated: row?.[`repeated${withinDays}`] ?? 0,
		})),
	};
}

/** Of one shop. `shopId` comes from a row the caller's scope was allowed to read. */
export function readShopBuyers(
	reports: ReportReader,
	shopId: number,
	period: BuyerPeriod,
): Promise<BuyerFigures> {
	return readFigures(
		reports,
		"SELECT $1::int AS shop_id, $2::date AS from_day, $5::date AS to_day",
		shopId,
		period,
	);
}

/** Of one shop on the days a partner had it. Both ids come from a row the caller's scope was allowed to read. */
export function readBoundShopBuyers(
	reports: ReportReader,
	shopId: number,
	partnerId: string,
	period: BuyerPeriod,
): Promise<BuyerFigures> {
	return readFigures(
		reports,
		`SELECT shop_id, greatest(from_day, $2::date) AS from_day, least(coalesce(to_day, $5::date), $5::date) AS to_day
		   FROM shop_bindings WHERE shop_id = $1 AND partner_id = $6 AND status = 'CONFIRMED'
		    AND from_day < $5 AND (to_day IS NULL OR to_day > $2)`,
		shopId,
		period,
		[partnerId],
	);
}

/**
 * Of the shops a partner had, on the days it had them, in whatever track: a buyer of two of them is one buyer, and a
 * purchase in another of its shops is a repurchase. `partnerId` comes from a row the caller's scope was allowed to read.
 */
export function readPartnerBuyers(
	reports: ReportReader,
	partnerId: string,
	period: BuyerPeriod,
): Promise<BuyerFigures> {
	return readFigures(
		reports,
		`SELECT shop_id, greatest(from_day, $2::date) AS from_day, least(coalesce(to_day, $5::date), $5::date) AS to_day
		   FROM shop_bindings WHERE partner_id = $1 AND status = 'CONFIRMED'
		    AND from_day < $5 AND (to_day IS NULL OR to_day > $2)`,
		partnerId,
		period,
	);
}

/** Of every shop at once, for operations. */
export function readPlatformBuyers(
	reports: ReportReader,
	_scope: PlatformScope,
	period: BuyerPeriod,
): Promise<BuyerFigures> {
	return readFigures(
		reports,
		"SELECT id AS shop_id, $2::date AS from_day, $5::date AS to_day FROM shops WHERE $1 = 'all'",
		"all",
		period,
	);
}
