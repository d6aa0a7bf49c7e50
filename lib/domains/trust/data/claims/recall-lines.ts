import "server-only";
import { mostRecallLines } from "@/lib/domains/trust/constants/decisions";
import type { OrderLineRef } from "@/lib/domains/trust/data/claims/order-line";
import type { Tx } from "@/lib/platform/db/client";
import type { Day } from "@/lib/platform/time";

export type RecallLine = OrderLineRef & {
	readonly source: string;
	readonly paidAt: Date;
	readonly paidFen: bigint;
	readonly buyerId: string | null;
	readonly productName: string;
};

type Batch = {
	readonly shopId: number;
	readonly productId: string;
	readonly fromDay: Day;
	readonly toDay: Day;
};

/** The sold lines of a product in a shop over some days, in the order they happened; unless told otherwise one more than may be recalled. */
export function listRecallLines(
	tx: Tx,
	{ shopId, productId, fromDay, toDay }: Batch,
	most = mostRecallLines + 1,
): Promise<RecallLine[]> {
	return tx.$queryRaw<RecallLine[]>`
		SELECT l.source_id AS "sourceId", g.code AS source, l.event_id AS "eventId", l.line_no AS "lineNo",
		       l.occurred_at AS "paidAt", l.amount_fen AS "paidFen", l.buyer_id AS "buyerId", l.product_name AS "productName"
		  FROM order_lines l JOIN gmv_sources g ON g.id = l.source_id
		 WHERE l.shop_id = ${shopId} AND l.day BETWEEN ${fromDay}::date AND ${toDay}::date AND l.type = 'sale'
		   AND l.product_id = ${productId}
		 ORDER BY l.occurred_at, l.source_id, l.event_id, l.line_no LIMIT ${most}`;
}
