import "server-only";
import type { Tx } from "@/lib/platform/db/client";

export type OrderLineRef = { readonly sourceId: number; readonly eventId: string; readonly lineNo: number };

/** A sold line as its feed told it, with the shop and the brand it belongs to; the brand's people are the claim's tenant. */
export type SoldLine = OrderLineRef & {
	readonly source: string;
	readonly shopId: number;
	readonly shopCode: string;
	readonly shopName: string | null;
	readonly organisationId: string | null;
	readonly paidAt: Date;
	readonly productId: string;
	readonly productName: string;
	readonly quantity: number;
	readonly paidFen: bigint;
	readonly buyerId: string | null;
};

/**
 * The sold line of a source, found by its exactly-once key, which says in which month it stands; null where no feed told of
 * it, or what it told is a refund.
 */
export async function findSoldLine(
	tx: Tx,
	{ source, eventId, lineNo }: { source: string; eventId: string; lineNo: number },
): Promise<SoldLine | null> {
	const [found] = await tx.$queryRaw<SoldLine[]>`
		SELECT l.source_id AS "sourceId", l.event_id AS "eventId", l.line_no AS "lineNo", g.code AS source, l.shop_id AS "shopId",
		       s.code AS "shopCode", s.name AS "shopName", b.organisation_id AS "organisationId", l.occurred_at AS "paidAt",
		       l.product_id AS "productId", l.product_name AS "productName", l.quantity, l.amount_fen AS "paidFen",
		       l.buyer_id AS "buyerId"
		  FROM gmv_sources g
		  JOIN order_line_keys k ON k.source_id = g.id AND k.event_id = ${eventId} AND k.line_no = ${lineNo}
		  JOIN order_lines l ON l.shop_id = k.shop_id AND l.day = k.day AND l.source_id = k.source_id
		   AND l.event_id = k.event_id AND l.line_no = k.line_no AND l.type = 'sale'
		  JOIN shops s ON s.id = l.shop_id LEFT JOIN brands b ON b.id = s.brand_id
		 WHERE g.code = ${source} LIMIT 1`;
	return found ?? null;
}
