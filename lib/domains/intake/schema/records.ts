import { z } from "zod";
import type { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import { complaintKinds, maxRevision, maxText, saleChannels } from "@/lib/domains/gmv/constants";

// What the API's document says of a record. The import itself judges every value and names the field and the reason.
const text = (max: number, description: string) => z.string().min(1).max(max).describe(description);
const count = (description: string) => z.union([z.int(), z.string().regex(/^\d+$/)]).describe(description);
const amount = (description: string) =>
	z
		.union([z.string().regex(/^\d+(\.\d{1,2})?$/), z.number()])
		.describe(`${description} CNY, at most two decimals. Send it as text: text is exact.`);
const channel = z.enum(saleChannels).optional().describe("Channel of the sale; `other` when left out.");

export const orderLineRecord = z
	.strictObject({
		event_id: text(
			maxText.eventId,
			"The sender's id of the event. With `line_no` it is the exactly-once key.",
		),
		line_no: count("Line of the event, from 1."),
		type: z.enum(["sale", "refund"]).describe("A refund counts on the day it happens."),
		occurred_at: z.string().describe("`YYYY-MM-DD HH:MM:SS`, or with a T: Asia/Shanghai."),
		shop_id: text(maxText.shopCode, "The shop as the platform names it."),
		product_id: text(maxText.productId, "The product as the platform names it."),
		product_name: z.string().max(maxText.productName).optional().describe("Its name at the time."),
		buyer_id: z
			.string()
			.max(maxText.buyerId)
			.nullable()
			.optional()
			.describe("Empty where the feed names no buyer."),
		quantity: count("Pieces, greater than 0."),
		amount: amount("Paid, or refunded, greater than 0."),
		channel,
		streamer_id: z
			.string()
			.max(maxText.streamerId)
			.optional()
			.describe("Who sold it live, where somebody did."),
		exclusive: z
			.union([z.boolean(), z.enum(["0", "1"])])
			.optional()
			.describe("Whether the product is made for this channel only."),
		sale_event_id: z
			.string()
			.max(maxText.eventId)
			.optional()
			.describe("Of a refund: the event of the sale it gives back."),
	})
	.describe("One line of a sale or a refund.");

const ofMetric = {
	traffic_spend: amount("Spend on paid traffic,"),
	traffic_gmv: amount("Paid GMV attributed to that spend,"),
	content_views: count("Views of live rooms and short videos."),
	content_gmv: amount("Paid GMV those views led to,"),
	live_minutes: count("Minutes live."),
	active_shops: count("Bound shops with at least one sale in the month."),
	live_gmv: amount("Paid GMV of live rooms,"),
	signed_streamers: count("Streamers under contract on the last day of the month."),
	qualified_streamers: count("Those of them with a GMV of 100,000 CNY or more in the month."),
	orders_due: count("Orders due to be shipped in the month."),
	orders_shipped_on_time: count("Those of them shipped on time."),
	after_sales_cases_due: count("After-sales cases due to be closed in the month."),
	after_sales_cases_in_sla: count("Those of them closed in time."),
	paid_orders: count("Orders paid in the month."),
	disputes: count("Those of them that led to a dispute."),
	active_skus: count("SKUs on sale in the month."),
	exclusive_skus: count("Those of them made for the channel only."),
	sku_days: count("Days on sale, summed over those SKUs."),
	stockout_sku_days: count("Those of these days without stock."),
	c2m_orders: count("Orders made to customers' wishes (C2M)."),
} satisfies Record<(typeof forceMetrics)[number]["name"], z.ZodType>;

export const forceMonthRecord = z
	.strictObject({
		partner_id: text(maxText.partner, "The partner by its USCC or its id."),
		month: z
			.string()
			.regex(/^\d{4}-\d{2}$/)
			.describe("A month that has ended, `YYYY-MM`, Asia/Shanghai."),
		...ofMetric,
		revision: z
			.union([z.int().min(1).max(maxRevision), z.string().regex(/^\d{1,4}$/)])
			.optional()
			.describe(
				"1 when left out. To correct a month send it with a higher one; the highest counts, the others stay.",
			),
	})
	.describe("What the five forces of a partner are measured from, for one month.");

const instant = (description: string) =>
	z.string().describe(`${description} \`YYYY-MM-DD HH:MM:SS\`, or with a T: Asia/Shanghai.`);

export const liveSessionRecord = z
	.strictObject({
		shop_id: text(maxText.shopCode, "The shop as the platform names it."),
		session_id: text(
			maxText.sessionId,
			"The sender's id of the session. With `shop_id` and `revision` it is the exactly-once key.",
		),
		channel: z.enum(saleChannels).describe("`self_live` is the brand's own room."),
		started_at: instant("A session counts on the day it began, over midnight too."),
		ended_at: instant("One minute to 24 hours after the beginning."),
		paid: amount("Paid GMV of the session,").optional(),
		streamer_id: z
			.string()
			.max(maxText.streamerId)
			.optional()
			.describe("Who was on air, where one is named."),
		revision: z
			.union([z.int().min(1).max(maxRevision), z.string().regex(/^\d{1,4}$/)])
			.optional()
			.describe("1 when left out. To correct a session send it whole with a higher one; the highest counts."),
		withdrawn: z
			.union([z.boolean(), z.enum(["0", "1"])])
			.optional()
			.describe("With a higher revision: the session never was."),
	})
	.describe("One live session of a shop. Minutes that two sessions of a shop and channel share count once.");

export const complaintDayRecord = z
	.strictObject({
		shop_id: text(maxText.shopCode, "The shop as the platform names it."),
		day: z.string().describe("Business day `YYYY-MM-DD`, Asia/Shanghai."),
		complaint_kind: z
			.enum(complaintKinds)
			.describe("`content`: what was shown or said; `price`: a price that was not kept."),
		complaints: count("Complaints of the day. Send 0 for a day without: a missing day is not known."),
		revision: z
			.union([z.int().min(1).max(maxRevision), z.string().regex(/^\d{1,4}$/)])
			.optional()
			.describe("1 when left out. To correct a day send it with a higher one; the highest counts."),
	})
	.describe("How many complaints of a kind a shop had on a day.");

export const shopDayRecord = z
	.strictObject({
		day: z.string().describe("Business day `YYYY-MM-DD`, Asia/Shanghai."),
		shop_id: text(maxText.shopCode, "The shop as the platform names it."),
		paid: amount("Sum of sales,"),
		refunded: amount("Sum of refunds,"),
		sale_orders: count("Orders of the day."),
		channel,
	})
	.describe("The sums of a shop, a day and a channel, for a sender with too many lines to send each.");
