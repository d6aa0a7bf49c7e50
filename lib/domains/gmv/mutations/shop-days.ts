import "server-only";
import type { PoolClient } from "pg";
import { maxRejectedValueChars } from "@/lib/domains/gmv/constants";
import type { ShopDayTotal } from "@/lib/domains/gmv/rules/shop-day-totals";
import type { Rejection } from "@/lib/domains/gmv/types";

/** Adds amounts of a batch's newly inserted facts to the rollup of their shop, day and channel, and notes what it added. */
export async function addShopDays(
	client: PoolClient,
	batch: { id: string; sourceId: number },
	totals: readonly ShopDayTotal[],
	shopIds: readonly number[],
	hasLines: boolean,
): Promise<void> {
	if (totals.length === 0) return;
	await client.query(
		`WITH t AS MATERIALIZED (
			SELECT shop_id, day, channel::sale_channel AS channel, paid, refunded, lines
			  FROM unnest($2::int[], $3::date[], $4::text[], $5::bigint[], $6::bigint[], $8::int[])
			       AS t(shop_id, day, channel, paid, refunded, lines)
		 ), noted AS (
			INSERT INTO gmv_shop_day_changes (batch_id, source_id, shop_id, day, channel, paid_fen, refunded_fen)
			SELECT $7, $1, shop_id, day, channel, paid, refunded FROM t
		 )
		 INSERT INTO gmv_shop_days AS r (shop_id, day, channel, source_id, paid_fen, refunded_fen, order_lines)
		 SELECT shop_id, day, channel, $1, paid, refunded, lines FROM t
		     ON CONFLICT (shop_id, day, channel, source_id) DO UPDATE
		    SET paid_fen = r.paid_fen + excluded.paid_fen, refunded_fen = r.refunded_fen + excluded.refunded_fen,
		        order_lines = r.order_lines + excluded.order_lines`,
		[
			batch.sourceId,
			totals.map((total) => shopIds[total.shop]),
			totals.map((total) => total.day),
			totals.map((total) => total.channel),
			totals.map((total) => total.paidFen),
			totals.map((total) => total.refundedFen),
			batch.id,
			totals.map((total) => (hasLines ? total.rows : 0)),
		],
	);
}

/** What is kept of a refused value: text the database can hold, and no more than a screen shows. */
function keep(value: string): string {
	return value.replaceAll("\0", "\u2400").slice(0, maxRejectedValueChars).toWellFormed();
}

export async function saveRejections(
	client: PoolClient,
	batchId: string,
	rejections: readonly Rejection[],
): Promise<void> {
	if (rejections.length === 0) return;
	await client.query(
		`INSERT INTO import_rejections (batch_id, line_number, "column", value, code)
		 SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[])`,
		[
			batchId,
			rejections.map((rejection) => rejection.line),
			rejections.map((rejection) => rejection.column),
			rejections.map((rejection) => keep(rejection.value)),
			rejections.map((rejection) => rejection.code),
		],
	);
}
