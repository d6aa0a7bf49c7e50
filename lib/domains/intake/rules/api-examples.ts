/** Records and answers as they look; the document and the reference show them, and a test holds them to the schemas. */
export const orderLineExample = {
	event_id: "E-20261122-0001",
	line_no: 1,
	type: "sale",
	occurred_at: "2026-11-22 20:15:00",
	shop_id: "shop-1",
	product_id: "P-1",
	product_name: "碧螺春 250g",
	buyer_id: "B-1001",
	quantity: 1,
	amount: "199.00",
	channel: "self_live",
};

export const shopDayExample = {
	day: "2026-11-22",
	shop_id: "shop-1",
	paid: "18230.50",
	refunded: "410.00",
	sale_orders: 96,
	channel: "public",
};

export const forceMonthExample = {
	partner_id: "91440300192317458F",
	month: "2026-10",
	traffic_spend: "32000.00",
	traffic_gmv: "121600.00",
	content_views: 3650000,
	content_gmv: "286400.50",
	live_minutes: 9120,
	active_shops: 2,
	live_gmv: "240500.00",
	signed_streamers: 42,
	qualified_streamers: 6,
	orders_due: 2380,
	orders_shipped_on_time: 2311,
	after_sales_cases_due: 126,
	after_sales_cases_in_sla: 119,
	paid_orders: 2402,
	disputes: 9,
	active_skus: 180,
	exclusive_skus: 22,
	sku_days: 5120,
	stockout_sku_days: 173,
	c2m_orders: 310,
	revision: 1,
};

export const liveSessionExample = {
	shop_id: "shop-1",
	session_id: "L-20261122-1",
	channel: "self_live",
	started_at: "2026-11-22 19:30:00",
	ended_at: "2026-11-22 23:45:00",
	paid: "36800.00",
	revision: 1,
};

export const complaintDayExample = {
	shop_id: "shop-1",
	day: "2026-11-22",
	complaint_kind: "content",
	complaints: 2,
	revision: 1,
};

const batchId = "imp_mgq3v7k2x9w4";

export const importExample = {
	batchId,
	lines: 3,
	accepted: 1,
	duplicate: 1,
	conflict: 0,
	rejected: 1,
	results: [
		{ record: 1, result: "accepted" },
		{
			record: 2,
			result: "duplicate",
			code: "DUPLICATE",
			message: "This line is already recorded with the same content; it is not counted again.",
		},
		{
			record: 3,
			result: "rejected",
			code: "AMOUNT_NOT_POSITIVE",
			field: "amount",
			value: "0",
			message: "The amount must be above 0.",
		},
	],
};

export const batchExample = {
	batchId,
	source: "hub",
	state: "DONE",
	lines: 3,
	accepted: 1,
	duplicate: 1,
	conflict: 0,
	rejected: 1,
	failure: null,
	startedAt: "2026-11-22T12:15:03.120Z",
	finishedAt: "2026-11-22T12:15:03.480Z",
};

export const totalsExample = {
	source: "hub",
	months: [
		{ month: "2026-10", sale_amount: "482103.20", refund_amount: "9120.00", sale_orders: "2410" },
		{ month: "2026-11", sale_amount: "391877.65", refund_amount: "7025.90", sale_orders: "1987" },
	],
};

export const problemExample = {
	title: "A record has a field that is not known.",
	status: 400,
	code: "FIELD_UNKNOWN",
	record: 2,
	detail: "colour",
};

export const claimRequestExample = {
	...{
		key: "refund-20261116-7",
		eventId: "E1",
		lineNo: 1,
		guarantee: "SEVEN_DAY_RETURN",
		reason: "NO_REASON",
	},
	...{ statement: "不想要了", noticeSentAt: "2026-11-16T10:00:00+08:00" },
	facts: { signedOn: "2026-11-12", goodsClass: "ORDINARY" },
};

export const claimExample = {
	...{ number: "TC-2026-000001", key: "refund-20261116-7", guarantee: "SEVEN_DAY_RETURN", state: "PAID" },
	...{ outcome: "GRANTED", amount: "100.00", payment: "PAID", reasons: ["PROMISE_APPLIES"], note: null },
	policyVersion: 1,
	screening: [{ check: "IN_WINDOW", outcome: "pass", reason: "IN_TIME", clause: "SAMR_SEVEN_DAY_10" }],
	working: [{ label: "TOTAL", amount: "100.00" }],
	...{ dueOn: null, appealableUntil: "2026-12-01" },
};
