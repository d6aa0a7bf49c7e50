import "server-only";
import { pageSize } from "@/lib/domains/gmv/constants";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** A refund that names a sale nobody has sent. It counts all the same, on the day it happened. */
export type UnknownSale = {
	sourceCode: string;
	saleEventId: string;
	eventId: string;
	lineNo: number;
	shopId: number;
	shopCode: string;
	day: Day;
	amountFen: bigint;
	batchId: string;
};

/** Once the sale arrives, its refunds are no longer listed. Lines that name no sale cannot be told. */
const ORPHANS = `order_lines l
	 WHERE l.sale_event_id IS NOT NULL AND l.type = 'refund' AND NOT EXISTS (
		SELECT FROM order_line_keys k JOIN LATERAL (
			SELECT f.type FROM order_lines f WHERE f.shop_id = k.shop_id AND f.day = k.day AND f.source_id = k.source_id
			   AND f.event_id = k.event_id AND f.line_no = k.line_no LIMIT 1
		) f ON f.type = 'sale'
		WHERE k.source_id = l.source_id AND k.event_id = l.sale_event_id)`;

/** Refunds of unknown sales, the newest first, and what they come to; of one shop where its code is given. */
export async function listUnknownSales(
	_scope: PlatformScope,
	page = 1,
	shopCode: string | null = null,
): Promise<{ refunds: UnknownSale[]; total: number; amountFen: bigint }> {
	const orphans = `${ORPHANS} AND ($1::text IS NULL OR l.shop_id = (SELECT id FROM shops WHERE code = $1))`;
	const [list, sums] = await Promise.all([
		pool().query<UnknownSale>(
			`SELECT g.code AS "sourceCode", o.sale_event_id AS "saleEventId", o.event_id AS "eventId", o.line_no AS "lineNo",
			        o.shop_id AS "shopId", s.code AS "shopCode", o.day, o.amount_fen AS "amountFen", o.batch_id AS "batchId"
			   FROM (SELECT l.* FROM ${orphans}) o JOIN gmv_sources g ON g.id = o.source_id JOIN shops s ON s.id = o.shop_id
			  ORDER BY o.day DESC, o.source_id, o.event_id, o.line_no LIMIT $2 OFFSET $3`,
			[shopCode, pageSize, (page - 1) * pageSize],
		),
		pool().query<{ total: number; amountFen: bigint }>(
			`SELECT count(*)::int AS total, coalesce(sum(l.amount_fen), 0)::bigint AS "amountFen" FROM ${orphans}`,
			[shopCode],
		),
	]);
	return {
		refunds: list.rows,
		total: sums.rows[0]?.total ?? 0,
		amountFen: sums.rows[0]?.amountFen ?? 0n,
	};
}

/** A shop whose feed gives back what it never sold. */
export type UnknownSalesShop = {
	id: number;
	code: string;
	name: string | null;
	refunds: number;
	amountFen: bigint;
	firstDay: Day;
	lastDay: Day;
	/** Who has the shop today; null where nobody has. */
	holder: string | null;
};

export type UnknownSalesByShop = {
	shops: UnknownSalesShop[];
	/** Of all shops. */
	total: number;
	refunds: number;
	amountFen: bigint;
};

/** Shops with refunds of unknown sales, the biggest amount first. */
export async function listUnknownSalesByShop(
	_scope: PlatformScope,
	today: Day,
	page = 1,
): Promise<UnknownSalesByShop> {
	const { rows } = await pool().query<UnknownSalesShop & AllShops>(
		`WITH o AS MATERIALIZED (
			SELECT l.shop_id, count(*)::int AS refunds, sum(l.amount_fen)::bigint AS amount, min(l.day) AS first, max(l.day) AS last
			  FROM ${ORPHANS} GROUP BY l.shop_id
		 ), shown AS (
			SELECT * FROM o ORDER BY amount DESC, shop_id LIMIT $2 OFFSET $3
		 ), sums AS (
			SELECT count(*)::int AS shops, coalesce(sum(refunds), 0)::int AS refunds, coalesce(sum(amount), 0)::bigint AS amount FROM o
		 )
		 SELECT s.id, s.code, s.name, w.refunds, w.amount AS "amountFen", w.first AS "firstDay", w.last AS "lastDay",
		        (SELECT p.name FROM shop_bindings b JOIN partners p ON p.id = b.partner_id
		          WHERE b.shop_id = s.id AND b.status = 'CONFIRMED' AND b.from_day <= $1 AND (b.to_day IS NULL OR $1 < b.to_day)
		          ORDER BY b.from_day LIMIT 1) AS holder,
		        t.shops AS "allShops", t.refunds AS "allRefunds", t.amount AS "allFen"
		   FROM sums t LEFT JOIN shown w ON true LEFT JOIN shops s ON s.id = w.shop_id
		  ORDER BY w.amount DESC, s.code`,
		[today, pageSize, (page - 1) * pageSize],
	);
	return toByShop(rows);
}

type AllShops = { allShops: number; allRefunds: number; allFen: bigint };

function toByShop(rows: readonly (UnknownSalesShop & AllShops)[]): UnknownSalesByShop {
	const [first] = rows;
	return {
		shops: rows.flatMap(({ allShops: _, allRefunds: __, allFen: ___, ...shop }) =>
			shop.id === null ? [] : [shop],
		),
		total: first?.allShops ?? 0,
		refunds: first?.allRefunds ?? 0,
		amountFen: first?.allFen ?? 0n,
	};
}
