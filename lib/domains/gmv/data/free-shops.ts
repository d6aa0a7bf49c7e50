import "server-only";
import { pageSize } from "@/lib/domains/gmv/constants";
import type { FreeShopFilter } from "@/lib/domains/gmv/schema";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type FreeShop = {
	id: number;
	code: string;
	name: string | null;
	/** Of the days on which nobody had the shop. */
	paidFen: bigint;
	refundedFen: bigint;
	firstDay: Day | null;
	lastDay: Day | null;
	/** Who has it today all the same; then it is its past that nobody had. */
	holder: string | null;
};

/** The GMV of the days on which nobody had the shop. */
const FREE_GMV = `LEFT JOIN LATERAL (
		SELECT sum(d.paid_fen) AS paid, sum(d.refunded_fen) AS refunded, min(d.day) AS first, max(d.day) AS last
		  FROM gmv_shop_days d
		 WHERE d.shop_id = s.id AND NOT EXISTS (
			SELECT FROM shop_bindings b WHERE b.shop_id = s.id AND b.status = 'CONFIRMED'
			   AND b.from_day <= d.day AND (b.to_day IS NULL OR d.day < b.to_day))
	) g ON true`;

/** Shops that nobody has today. */
const IS_FREE = `NOT EXISTS (
		SELECT FROM shop_bindings b WHERE b.shop_id = s.id AND b.status = 'CONFIRMED'
		   AND b.from_day <= $1 AND (b.to_day IS NULL OR $1 < b.to_day))
	  AND ($2 = '' OR s.code ILIKE $3 OR s.name ILIKE $3)`;

const SHOP = `SELECT s.id, s.code, s.name, coalesce(g.paid, 0)::bigint AS "paidFen", coalesce(g.refunded, 0)::bigint AS "refundedFen",
	g.first AS "firstDay", g.last AS "lastDay", NULL AS holder`;
const BIGGEST = "ORDER BY coalesce(g.paid - g.refunded, 0) DESC, s.code";

function valuesOf(today: Day, q: string): [Day, string, string] {
	return [today, q, likePattern(q)];
}

export async function listFreeShops(
	_scope: PlatformScope,
	filter: FreeShopFilter,
	today: Day,
): Promise<{ shops: FreeShop[]; total: number }> {
	const values = valuesOf(today, filter.q);
	const [page, count] = await Promise.all([
		pool().query<FreeShop>(
			`${SHOP} FROM shops s ${FREE_GMV} WHERE ${IS_FREE} ${BIGGEST} LIMIT $4 OFFSET $5`,
			[...values, pageSize, (filter.page - 1) * pageSize],
		),
		pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM shops s WHERE ${IS_FREE}`, values),
	]);
	return { shops: page.rows, total: count.rows[0]?.total ?? 0 };
}

/** Every shop with GMV that nobody got, whoever has it today; the biggest first. */
export async function listUnattributedShops(
	_scope: PlatformScope,
	filter: FreeShopFilter,
	today: Day,
): Promise<{ shops: FreeShop[]; total: number }> {
	const { rows } = await pool().query<FreeShop & { total: number }>(
		`WITH g AS MATERIALIZED (
			SELECT d.shop_id, sum(d.paid_fen)::bigint AS paid, sum(d.refunded_fen)::bigint AS refunded, min(d.day) AS first,
			       max(d.day) AS last
			  FROM gmv_shop_days d
			 WHERE NOT EXISTS (SELECT FROM shop_bindings b WHERE b.shop_id = d.shop_id AND b.status = 'CONFIRMED'
			           AND b.from_day <= d.day AND (b.to_day IS NULL OR d.day < b.to_day))
			 GROUP BY d.shop_id HAVING sum(d.paid_fen) <> 0 OR sum(d.refunded_fen) <> 0
		 )
		 SELECT s.id, s.code, s.name, g.paid AS "paidFen", g.refunded AS "refundedFen", g.first AS "firstDay",
		        g.last AS "lastDay", count(*) OVER ()::int AS total,
		        (SELECT p.name FROM shop_bindings b JOIN partners p ON p.id = b.partner_id
		          WHERE b.shop_id = s.id AND b.status = 'CONFIRMED' AND b.from_day <= $1 AND (b.to_day IS NULL OR $1 < b.to_day)
		          ORDER BY b.from_day LIMIT 1) AS holder
		   FROM g JOIN shops s ON s.id = g.shop_id
		  WHERE $2 = '' OR s.code ILIKE $3 OR s.name ILIKE $3
		  ORDER BY g.paid - g.refunded DESC, s.code LIMIT $4 OFFSET $5`,
		[...valuesOf(today, filter.q), pageSize, (filter.page - 1) * pageSize],
	);
	return { shops: rows.map(({ total: _, ...shop }) => shop), total: rows[0]?.total ?? 0 };
}

/** The biggest few, to choose from when binding. */
export async function suggestFreeShops(
	_scope: PlatformScope,
	today: Day,
	limit: number,
): Promise<FreeShop[]> {
	const { rows } = await pool().query<FreeShop>(
		`${SHOP} FROM shops s ${FREE_GMV} WHERE ${IS_FREE} ${BIGGEST} LIMIT $4`,
		[...valuesOf(today, ""), limit],
	);
	return rows;
}

export type AttributionTotals = { netFen: bigint; unattributedNetFen: bigint };

/** The whole platform over all days, from the daily rollup. */
export async function readAttribution(_scope: PlatformScope): Promise<AttributionTotals> {
	const { rows } = await pool().query<AttributionTotals>(
		`SELECT coalesce(sum(paid_fen - refunded_fen), 0)::bigint AS "netFen",
		        coalesce(sum(unattributed_paid_fen - unattributed_refunded_fen), 0)::bigint AS "unattributedNetFen"
		   FROM gmv_platform_days`,
	);
	return rows[0] ?? { netFen: 0n, unattributedNetFen: 0n };
}
