import "server-only";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import { fenToDecimal } from "@/lib/platform/money";
import type { Month } from "@/lib/platform/time";

/** Totals straight from the facts, for an operator's proof; pages read rollups. Counts are decimal strings, amounts CNY. */
export type Totals = {
	rows: number;
	rejected: Record<string, number>;
	accepted: {
		sale_lines: string;
		refund_lines: string;
		sale_amount: string;
		refund_amount: string;
		sale_orders: string;
		buyers: string;
		shops: string;
		first: string | null;
		last: string | null;
	};
	repeat_buyers: number;
};

export type MonthTotals = { month: Month; sale_amount: string; refund_amount: string; sale_orders: string };
export type ShopTotals = {
	shop_id: string;
	sale_amount: string;
	refund_amount: string;
	sale_orders: string;
	buyers: string;
};

/** The id of a source by its code; null for all sources. @throws SOURCE_UNKNOWN */
export async function sourceIdOf(code: string | null): Promise<number | null> {
	if (code === null) return null;
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM gmv_sources WHERE code = $1", [code]);
	if (!rows[0]) throw new AppError("SOURCE_UNKNOWN");
	return rows[0].id;
}

const MINE = "($1::smallint IS NULL OR source_id = $1)";

async function readLines(sourceId: number | null) {
	const { rows } = await pool().query<{
		saleLines: bigint;
		refundLines: bigint;
		saleFen: bigint;
		refundFen: bigint;
		first: string | null;
		last: string | null;
	}>(
		`SELECT count(*) FILTER (WHERE type = 'sale') AS "saleLines", count(*) FILTER (WHERE type = 'refund') AS "refundLines",
		        coalesce(sum(amount_fen) FILTER (WHERE type = 'sale'), 0)::bigint AS "saleFen",
		        coalesce(sum(amount_fen) FILTER (WHERE type = 'refund'), 0)::bigint AS "refundFen",
		        to_char(min(occurred_at) AT TIME ZONE interval '8 hours', 'YYYY-MM-DD HH24:MI:SS') AS first,
		        to_char(max(occurred_at) AT TIME ZONE interval '8 hours', 'YYYY-MM-DD HH24:MI:SS') AS last
		   FROM order_lines WHERE ${MINE}`,
		[sourceId],
	);
	const [row] = rows;
	if (!row) throw new AppError("UNEXPECTED");
	return row;
}

/** Orders, buyers and shops: each counted once, whatever number of lines names them. */
async function readDistinct(sourceId: number | null) {
	const { rows } = await pool().query<{ orders: bigint; buyers: bigint; repeat: bigint; shops: bigint }>(
		`WITH orders AS (
			SELECT DISTINCT source_id, event_id FROM order_lines WHERE type = 'sale' AND ${MINE}
		 ), buyers AS (
			SELECT buyer_id, count(DISTINCT (source_id, event_id)) AS orders FROM order_lines
			 WHERE type = 'sale' AND buyer_id IS NOT NULL AND ${MINE} GROUP BY buyer_id
		 )
		 SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM buyers) AS buyers,
		        (SELECT count(*) FROM buyers WHERE orders > 1) AS repeat,
		        (SELECT count(DISTINCT shop_id) FROM gmv_shop_days WHERE ${MINE}) AS shops`,
		[sourceId],
	);
	const [row] = rows;
	if (!row) throw new AppError("UNEXPECTED");
	return row;
}

async function readShopDays(sourceId: number | null) {
	const { rows } = await pool().query<{ paidFen: bigint; refundedFen: bigint; orders: bigint }>(
		`SELECT coalesce(sum(paid_fen), 0)::bigint AS "paidFen", coalesce(sum(refunded_fen), 0)::bigint AS "refundedFen",
		        coalesce(sum(sale_orders), 0)::bigint AS orders
		   FROM shop_day_facts WHERE ${MINE}`,
		[sourceId],
	);
	return rows[0] ?? { paidFen: 0n, refundedFen: 0n, orders: 0n };
}

/** Lines read and refused; a file that added nothing, such as one sent again, is left out of both. */
async function readBatches(sourceId: number | null) {
	const [lines, codes] = await Promise.all([
		pool().query<{ lines: number }>(
			`SELECT coalesce(sum(lines - duplicate), 0)::int AS lines FROM import_batches
			  WHERE state = 'DONE' AND accepted > 0 AND ${MINE}`,
			[sourceId],
		),
		pool().query<{ code: string; count: number }>(
			`SELECT r.code, count(*)::int AS count
			   FROM import_rejections r JOIN import_batches b ON b.id = r.batch_id
			  WHERE b.state = 'DONE' AND b.accepted > 0 AND ($1::smallint IS NULL OR b.source_id = $1)
			  GROUP BY r.code ORDER BY r.code`,
			[sourceId],
		),
	]);
	return {
		rows: lines.rows[0]?.lines ?? 0,
		rejected: Object.fromEntries(codes.rows.map((row) => [row.code, row.count])),
	};
}

export async function computeTotals(sourceCode: string | null): Promise<Totals> {
	const sourceId = await sourceIdOf(sourceCode);
	const [lines, distinct, shopDays, batches] = await Promise.all([
		readLines(sourceId),
		readDistinct(sourceId),
		readShopDays(sourceId),
		readBatches(sourceId),
	]);
	return {
		...batches,
		accepted: {
			sale_lines: String(lines.saleLines),
			refund_lines: String(lines.refundLines),
			sale_amount: fenToDecimal(lines.saleFen + shopDays.paidFen),
			refund_amount: fenToDecimal(lines.refundFen + shopDays.refundedFen),
			sale_orders: String(distinct.orders + shopDays.orders),
			buyers: String(distinct.buyers),
			shops: String(distinct.shops),
			first: lines.first,
			last: lines.last,
		},
		repeat_buyers: Number(distinct.repeat),
	};
}

export async function computeMonthTotals(sourceCode: string | null): Promise<MonthTotals[]> {
	const sourceId = await sourceIdOf(sourceCode);
	const { rows } = await pool().query<{ month: Month; paidFen: bigint; refundedFen: bigint; orders: bigint }>(
		`SELECT month, sum(paid)::bigint AS "paidFen", sum(refunded)::bigint AS "refundedFen", sum(orders)::bigint AS orders
		   FROM (
			SELECT to_char(day, 'YYYY-MM') AS month,
			       sum(CASE WHEN type = 'sale' THEN amount_fen ELSE 0 END) AS paid,
			       sum(CASE WHEN type = 'refund' THEN amount_fen ELSE 0 END) AS refunded,
			       count(DISTINCT (source_id, event_id)) FILTER (WHERE type = 'sale') AS orders
			  FROM order_lines WHERE ${MINE} GROUP BY 1
			UNION ALL
			SELECT to_char(day, 'YYYY-MM'), sum(paid_fen), sum(refunded_fen), sum(sale_orders)
			  FROM shop_day_facts WHERE ${MINE} GROUP BY 1
		   ) m GROUP BY month ORDER BY month`,
		[sourceId],
	);
	return rows.map((row) => ({
		month: row.month,
		sale_amount: fenToDecimal(row.paidFen),
		refund_amount: fenToDecimal(row.refundedFen),
		sale_orders: String(row.orders),
	}));
}

/** Every shop, the biggest paid amount first. */
export async function computeShopTotals(sourceCode: string | null): Promise<ShopTotals[]> {
	const sourceId = await sourceIdOf(sourceCode);
	const { rows } = await pool().query<{
		code: string;
		paidFen: bigint;
		refundedFen: bigint;
		orders: bigint;
		buyers: bigint;
	}>(
		`SELECT s.code, sum(paid)::bigint AS "paidFen", sum(refunded)::bigint AS "refundedFen",
		        sum(orders)::bigint AS orders, sum(buyers)::bigint AS buyers
		   FROM (
			SELECT shop_id, sum(CASE WHEN type = 'sale' THEN amount_fen ELSE 0 END) AS paid,
			       sum(CASE WHEN type = 'refund' THEN amount_fen ELSE 0 END) AS refunded,
			       count(DISTINCT (source_id, event_id)) FILTER (WHERE type = 'sale') AS orders,
			       count(DISTINCT buyer_id) FILTER (WHERE type = 'sale') AS buyers
			  FROM order_lines WHERE ${MINE} GROUP BY shop_id
			UNION ALL
			SELECT shop_id, sum(paid_fen), sum(refunded_fen), sum(sale_orders), 0
			  FROM shop_day_facts WHERE ${MINE} GROUP BY shop_id
		   ) t JOIN shops s ON s.id = t.shop_id
		  GROUP BY s.code ORDER BY 2 DESC, s.code`,
		[sourceId],
	);
	return rows.map((row) => ({
		shop_id: row.code,
		sale_amount: fenToDecimal(row.paidFen),
		refund_amount: fenToDecimal(row.refundedFen),
		sale_orders: String(row.orders),
		buyers: String(row.buyers),
	}));
}
