import { z } from "zod";
import { maxText, saleChannels } from "@/lib/domains/gmv/constants";

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
