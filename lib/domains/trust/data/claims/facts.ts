import "server-only";
import type {
	BuyerHistory,
	ClaimFacts,
	ClaimReason,
	Guarantee,
	KnownFacts,
} from "@/lib/domains/trust/types/claims";
import type { Tx } from "@/lib/platform/db/client";

/** What of a claim stands in its own row. */
export type ClaimHead = {
	/** Null while it is being opened. */
	readonly id: string | null;
	readonly guarantee: Guarantee;
	readonly shopId: number;
	readonly sourceId: number;
	readonly eventId: string;
	readonly lineNo: number;
	readonly productId: string;
	readonly paidAt: Date;
	readonly paidFen: bigint;
	readonly buyerId: string | null;
	readonly reason: ClaimReason;
	readonly noticeSentAt: Date;
};

type LineRow = {
	wasHeld: boolean;
	orderFen: bigint | null;
	buyerFen: bigint | null;
	otherClaims: number;
	isFreightPaid: boolean;
	fedFen: bigint;
	isFedUnclear: boolean;
	claimedFen: bigint;
};

/**
 * Everything a claim is judged by, as it is known now: what its row says, the order's refunds, the other claims on the line,
 * what the shop held when the order was paid, and the buyer's history.
 *
 * The feed may tell of the same money that a claim paid back, so the larger of the two is taken as refunded, never their sum.
 * Refunds that name no sale could be of this line: with one of the buyer for the product afterwards, nobody knows (null).
 */
export async function gatherFacts(
	tx: Tx,
	head: ClaimHead,
	known: KnownFacts,
	/** Days of the buyer's history; null leaves it out. */
	buyerDays: number | null,
): Promise<ClaimFacts> {
	const row = await readLine(tx, head);
	const fedFen = row.isFedUnclear ? null : row.fedFen;
	const refundedFen = fedFen === null ? null : fedFen > row.claimedFen ? fedFen : row.claimedFen;
	return {
		...known,
		reason: head.reason,
		noticeSentAt: head.noticeSentAt,
		paidFen: head.paidFen,
		refundedFen,
		wasHeld: row.wasHeld,
		otherClaims: row.otherClaims,
		isFreightPaid: row.isFreightPaid,
		ceilings:
			row.orderFen === null || row.buyerFen === null
				? null
				: { orderFen: row.orderFen, buyerFen: row.buyerFen },
		buyer:
			head.buyerId === null || buyerDays === null ? null : await readBuyer(tx, head, head.buyerId, buyerDays),
	};
}

async function readLine(tx: Tx, head: ClaimHead): Promise<LineRow> {
	const { guarantee, shopId, sourceId, eventId, lineNo, productId, paidAt, buyerId } = head;
	const [row] = await tx.$queryRaw<LineRow[]>`
		WITH held AS (
		  SELECT h.order_ceiling_fen, h.buyer_ceiling_fen FROM trust_holdings h
		   WHERE h.shop_id = ${shopId} AND h.guarantee = ${guarantee}::trust_guarantee
		     AND h.held_from <= ${paidAt} AND (h.held_to IS NULL OR ${paidAt} < h.held_to)
		), others AS (
		  SELECT c.guarantee, c.line_no, c.outcome, c.payment_state, c.amount_fen, c.paid_fen FROM trust_claims c
		   WHERE c.source_id = ${sourceId} AND c.event_id = ${eventId} AND c.id IS DISTINCT FROM ${head.id}
		     AND c.outcome IS DISTINCT FROM 'REFUSED'
		), refunds AS (
		  SELECT l.sale_event_id, l.amount_fen, l.product_id, l.buyer_id FROM order_lines l
		   WHERE l.shop_id = ${shopId} AND l.type = 'refund' AND l.source_id = ${sourceId} AND l.product_id = ${productId}
		     AND l.day >= shanghai_day(${paidAt}) AND (l.sale_event_id = ${eventId}
		          OR (l.sale_event_id IS NULL AND l.buyer_id = ${buyerId}))
		)
		SELECT trust_held(${shopId}, ${guarantee}::trust_guarantee, ${paidAt}) AS "wasHeld",
		       (SELECT order_ceiling_fen FROM held) AS "orderFen", (SELECT buyer_ceiling_fen FROM held) AS "buyerFen",
		       (SELECT count(*)::int FROM others WHERE guarantee = ${guarantee}::trust_guarantee AND line_no = ${lineNo}) AS "otherClaims",
		       EXISTS (SELECT FROM others WHERE guarantee = 'RETURN_FREIGHT') AS "isFreightPaid",
		       (SELECT coalesce(sum(amount_fen), 0)::bigint FROM refunds WHERE sale_event_id = ${eventId}) AS "fedFen",
		       EXISTS (SELECT FROM refunds WHERE sale_event_id IS NULL) AS "isFedUnclear",
		       (SELECT coalesce(sum(least(amount_fen, paid_fen)), 0)::bigint FROM others
		         WHERE line_no = ${lineNo} AND payment_state <> 'NONE' AND guarantee <> 'RETURN_FREIGHT') AS "claimedFen"`;
	if (!row) throw new Error("a claim's line has always an answer");
	return row;
}

/** A buyer's claims everywhere and purchases in this shop over the policy's days up to the notice; this claim is left out. */
async function readBuyer(
	tx: Tx,
	{ id, shopId, noticeSentAt }: ClaimHead,
	buyerId: string,
	days: number,
): Promise<BuyerHistory> {
	const [row] = await tx.$queryRaw<BuyerHistory[]>`
		WITH bought AS (
		  SELECT l.type, l.source_id, l.event_id, l.amount_fen FROM order_lines l
		   WHERE l.buyer_id = ${buyerId} AND l.shop_id = ${shopId}
		     AND l.day > shanghai_day(${noticeSentAt}) - ${days}::int AND l.day <= shanghai_day(${noticeSentAt})
		), claimed AS (
		  SELECT c.shop_id, c.guarantee, c.outcome, c.amount_fen FROM trust_claims c
		   WHERE c.buyer_id = ${buyerId} AND c.id IS DISTINCT FROM ${id}
		     AND c.opened_at > ${noticeSentAt}::timestamptz - make_interval(days => ${days}::int) AND c.opened_at <= ${noticeSentAt}
		)
		SELECT (SELECT count(*)::int FROM claimed) AS claims,
		       (SELECT count(DISTINCT (source_id, event_id))::int FROM bought WHERE type = 'sale') AS orders,
		       (SELECT coalesce(sum(amount_fen), 0)::bigint FROM bought WHERE type = 'sale') AS "paidFen",
		       (SELECT coalesce(sum(amount_fen), 0)::bigint FROM bought WHERE type = 'refund') AS "refundedFen",
		       (SELECT coalesce(sum(amount_fen), 0)::bigint FROM claimed WHERE shop_id = ${shopId} AND outcome = 'GRANTED'
		           AND guarantee = 'REFUND_WITHOUT_RETURN') AS "refundOnlyFen"`;
	if (!row) throw new Error("a buyer's history has always an answer");
	return row;
}
