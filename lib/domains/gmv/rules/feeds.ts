import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import { complaintDayColumns, makeComplaintDayCheck } from "@/lib/domains/gmv/rules/check-complaint-day";
import { forceMonthColumns, makeForceMonthCheck } from "@/lib/domains/gmv/rules/check-force-month";
import { liveSessionColumns, makeLiveSessionCheck } from "@/lib/domains/gmv/rules/check-live-session";
import { makeOrderLineCheck, orderLineColumns } from "@/lib/domains/gmv/rules/check-order-line";
import { makeShopDayCheck, shopDayColumns } from "@/lib/domains/gmv/rules/check-shop-day";
import type { CopyBuffer } from "@/lib/domains/gmv/rules/copy-buffer";
import type { FeedColumns } from "@/lib/domains/gmv/rules/match-header";
import type {
	ComplaintDayRow,
	FactRow,
	FeedGrain,
	ForceMonthRow,
	Layout,
	LineCheck,
	LiveSessionRow,
	OrderLineRow,
	PartnerIds,
	SaleRow,
	ShopDayRow,
} from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

/** A column that decides whether a line with a known key is the same line again or a conflict. */
export type ContentColumn = {
	column: string;
	/** As the file calls it. */
	name: string;
	/** SQL over the alias `s` that shows the value as the file has it; plain text of the column unless given. */
	shown?: string;
};

/** What the import has to know about a grain: the file's side and the table's side. */
export type Feed<Row extends FactRow = FactRow> = {
	grain: FeedGrain;
	columns: FeedColumns;
	makeCheck: (layout: Layout, latest: Day, partners: PartnerIds | null) => LineCheck<Row>;
	table: "order_lines" | "shop_day_facts" | "force_months" | "live_session_revisions" | "complaint_days";
	/** The table's columns beside batch, and of sales beside shop and source, in the order `encode` writes them. */
	body: readonly string[];
	encode: (row: Row, out: CopyBuffer) => void;
	/** The exactly-once key, of sales with the source. */
	key: readonly string[];
	/** Where the keys of all months stand, when a month's own index cannot say that a key is known. */
	keyTable: "order_line_keys" | null;
	/** SQL over the alias `s` for what `keyTable` keeps of a line's content. */
	contentOf: string;
	content: readonly ContentColumn[];
	/**
	 * Of sales, which stand by shop, source and month and add up to shop days: what of a row is one, and what it comes to as
	 * SQL over the alias `s`. Null of other facts, which stand in one table, and of which no two sources send the same.
	 */
	sales: { of(row: Row): SaleRow; paid: string; refunded: string } | null;
};

const shownFen = (column: string) => `(s.${column}::numeric / 100)::numeric(30, 2)::text`;

const MICROSECONDS = 1_000_000;

function encodeOrderLine(row: OrderLineRow, out: CopyBuffer): void {
	out.text(row.eventId);
	out.integer(row.lineNo);
	out.text(row.type);
	out.text(row.channel);
	out.bigint(row.second * MICROSECONDS);
	out.integer(row.dayNumber);
	out.integer(row.quantity);
	out.bigint(row.amountFen);
	out.text(row.productId);
	out.text(row.productName);
	encodeOptional(row.buyerId, out);
	encodeOptional(row.streamerId, out);
	if (row.isExclusive === null) out.nothing();
	else out.boolean(row.isExclusive);
	encodeOptional(row.saleEventId, out);
}

function encodeOptional(text: string, out: CopyBuffer): void {
	if (text === "") out.nothing();
	else out.text(text);
}

function encodeShopDay(row: ShopDayRow, out: CopyBuffer): void {
	out.integer(row.dayNumber);
	out.text(row.channel);
	out.bigint(row.paidFen);
	out.bigint(row.refundedFen);
	out.integer(row.saleOrders);
}

export const orderLineFeed: Feed<OrderLineRow> = {
	grain: "ORDER_LINE",
	columns: orderLineColumns,
	makeCheck: makeOrderLineCheck,
	table: "order_lines",
	body: [
		"event_id",
		"line_no",
		"type",
		"channel",
		"occurred_at",
		"day",
		"quantity",
		"amount_fen",
		"product_id",
		"product_name",
		"buyer_id",
		"streamer_id",
		"is_exclusive",
		"sale_event_id",
	],
	encode: encodeOrderLine,
	key: ["event_id", "line_no"],
	keyTable: "order_line_keys",
	contentOf: `order_line_content(s.type, s.channel, s.occurred_at, s.shop_id, s.quantity, s.amount_fen, s.product_id,
		s.product_name, s.buyer_id, s.streamer_id, s.is_exclusive, s.sale_event_id)`,
	content: [
		{ column: "type", name: "type" },
		{
			column: "occurred_at",
			name: "occurred_at",
			shown: "to_char(s.occurred_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD HH24:MI:SS')",
		},
		{ column: "shop_id", name: "shop_id", shown: "(SELECT code FROM shops WHERE id = s.shop_id)" },
		{ column: "product_id", name: "product_id" },
		{ column: "product_name", name: "product_name" },
		{ column: "buyer_id", name: "buyer_id" },
		{ column: "quantity", name: "quantity" },
		{ column: "amount_fen", name: "amount", shown: shownFen("amount_fen") },
		{ column: "channel", name: "channel" },
		{ column: "streamer_id", name: "streamer_id" },
		{ column: "is_exclusive", name: "exclusive" },
		{ column: "sale_event_id", name: "sale_event_id" },
	],
	sales: {
		of: (row) => row,
		paid: "CASE WHEN s.type = 'sale' THEN s.amount_fen ELSE 0 END",
		refunded: "CASE WHEN s.type = 'refund' THEN s.amount_fen ELSE 0 END",
	},
};

export const shopDayFeed: Feed<ShopDayRow> = {
	grain: "SHOP_DAY",
	columns: shopDayColumns,
	makeCheck: makeShopDayCheck,
	table: "shop_day_facts",
	body: ["day", "channel", "paid_fen", "refunded_fen", "sale_orders"],
	encode: encodeShopDay,
	key: ["shop_id", "day", "channel"],
	keyTable: null,
	contentOf: "NULL",
	content: [
		{ column: "paid_fen", name: "paid", shown: shownFen("paid_fen") },
		{ column: "refunded_fen", name: "refunded", shown: shownFen("refunded_fen") },
		{ column: "sale_orders", name: "sale_orders" },
	],
	sales: { of: (row) => row, paid: "s.paid_fen", refunded: "s.refunded_fen" },
};

function encodeForceMonth({ partnerId, dayNumber, revision, values }: ForceMonthRow, out: CopyBuffer): void {
	out.text(partnerId);
	out.integer(dayNumber);
	out.integer(revision);
	for (const [index, { kind }] of forceMetrics.entries()) {
		const value = values[index] ?? 0;
		if (kind === "count") out.integer(value);
		else out.bigint(value);
	}
}

export const forceMonthFeed: Feed<ForceMonthRow> = {
	grain: "FORCE_MONTH",
	columns: forceMonthColumns,
	makeCheck: makeForceMonthCheck,
	table: "force_months",
	body: ["partner_id", "month", "revision", ...forceMetrics.map(({ column }) => column)],
	encode: encodeForceMonth,
	key: ["partner_id", "month", "revision"],
	keyTable: null,
	contentOf: "NULL",
	content: forceMetrics.map(({ name, column, kind }) =>
		kind === "amount" ? { column, name, shown: shownFen(column) } : { column, name },
	),
	sales: null,
};

function encodeLiveSession(row: LiveSessionRow, out: CopyBuffer): void {
	out.text(row.shopCode);
	out.text(row.sessionId);
	out.integer(row.revision);
	out.text(row.channel);
	out.bigint(row.startSecond * MICROSECONDS);
	out.bigint(row.endSecond * MICROSECONDS);
	out.integer(row.dayNumber);
	out.bigint(row.paidFen);
	encodeOptional(row.streamerId, out);
	out.boolean(row.isWithdrawn);
}

const shownInstant = (column: string) =>
	`to_char(s.${column} AT TIME ZONE interval '8 hours', 'YYYY-MM-DD HH24:MI:SS')`;

export const liveSessionFeed: Feed<LiveSessionRow> = {
	grain: "LIVE_SESSION",
	columns: liveSessionColumns,
	makeCheck: makeLiveSessionCheck,
	table: "live_session_revisions",
	body: [
		"shop_code",
		"session_id",
		"revision",
		"kind",
		"started_at",
		"ended_at",
		"day",
		"paid_fen",
		"streamer_id",
		"is_withdrawn",
	],
	encode: encodeLiveSession,
	key: ["shop_code", "session_id", "revision"],
	keyTable: null,
	contentOf: "NULL",
	content: [
		{ column: "started_at", name: "started_at", shown: shownInstant("started_at") },
		{ column: "ended_at", name: "ended_at", shown: shownInstant("ended_at") },
		{ column: "kind", name: "channel" },
		{ column: "paid_fen", name: "paid", shown: shownFen("paid_fen") },
		{ column: "streamer_id", name: "streamer_id" },
		{ column: "is_withdrawn", name: "withdrawn" },
	],
	sales: null,
};

function encodeComplaintDay(row: ComplaintDayRow, out: CopyBuffer): void {
	out.text(row.shopCode);
	out.integer(row.dayNumber);
	out.text(row.kind);
	out.integer(row.revision);
	out.integer(row.complaints);
}

export const complaintDayFeed: Feed<ComplaintDayRow> = {
	grain: "COMPLAINT_DAY",
	columns: complaintDayColumns,
	makeCheck: makeComplaintDayCheck,
	table: "complaint_days",
	body: ["shop_code", "day", "kind", "revision", "complaints"],
	encode: encodeComplaintDay,
	key: ["shop_code", "day", "kind", "revision"],
	keyTable: null,
	contentOf: "NULL",
	content: [{ column: "complaints", name: "complaints" }],
	sales: null,
};
