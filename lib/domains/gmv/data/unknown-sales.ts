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

/** Refunds of unknown sales, the newest first, and what they come to. */
export async function listUnknownSales(
	_scope: PlatformScope,
	page = 1,
): Promise<{ refunds: UnknownSale[]; total: number; amountFen: bigint }> {
	const [list, sums] = await Promise.all([
		pool().query<UnknownSale>(
			`SELECT g.code AS "sourceCode", o.sale_event_id AS "saleEventId", o.event_id AS "eventId", o.line_no AS "lineNo",
			        s.code AS "shopCode", o.day, o.amount_fen AS "amountFen", o.batch_id AS "batchId"
			   FROM (SELECT l.* FROM ${ORPHANS}) o JOIN gmv_sources g ON g.id = o.source_id JOIN shops s ON s.id = o.shop_id
			  ORDER BY o.day DESC, o.source_id, o.event_id, o.line_no LIMIT $1 OFFSET $2`,
			[pageSize, (page - 1) * pageSize],
		),
		pool().query<{ total: number; amountFen: bigint }>(
			`SELECT count(*)::int AS total, coalesce(sum(l.amount_fen), 0)::bigint AS "amountFen" FROM ${ORPHANS}`,
		),
	]);
	return {
		refunds: list.rows,
		total: sums.rows[0]?.total ?? 0,
		amountFen: sums.rows[0]?.amountFen ?? 0n,
	};
}
