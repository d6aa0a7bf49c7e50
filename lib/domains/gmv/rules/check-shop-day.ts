import { defaultChannel, maxText } from "@/lib/domains/gmv/constants";
import { readSaleChannel } from "@/lib/domains/gmv/rules/file-names";
import { checkWidth, type FeedColumns } from "@/lib/domains/gmv/rules/match-header";
import {
	checkText,
	parseFeedDay,
	parseFeedFen,
	parseFeedInteger,
} from "@/lib/domains/gmv/rules/parse-fields";
import type { Layout, LineCheck, Refused, RejectionCode, ShopDayRow } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

export const shopDayColumns = {
	required: ["day", "shop_id", "paid", "refunded", "sale_orders"],
	optional: ["channel"],
} as const satisfies FeedColumns;

/** The check of one shop-day summary: form of every column in the order of `shopDayColumns`, then nothing below zero. */
export function makeShopDayCheck(layout: Layout, latest: Day): LineCheck<ShopDayRow> {
	const [dayAt, shopAt, paidAt, refundedAt, ordersAt, channelAt] = layout.positions;
	const read = (fields: readonly string[], position: number | undefined) => fields[position ?? -1] ?? "";
	return (fields) => {
		const width = checkWidth(fields, layout);
		if (width) return reject(width, "", String(fields.length));
		const day = parseFeedDay(read(fields, dayAt), latest);
		if (day.code) return reject(day.code, "day", read(fields, dayAt));
		const shopCode = read(fields, shopAt);
		const shopFault = checkText(shopCode, maxText.shopCode, true);
		if (shopFault) return reject(shopFault, "shop_id", shopCode);
		const paid = parseFeedFen(read(fields, paidAt));
		if (paid.code) return reject(paid.code, "paid", read(fields, paidAt));
		const refunded = parseFeedFen(read(fields, refundedAt));
		if (refunded.code) return reject(refunded.code, "refunded", read(fields, refundedAt));
		const orders = parseFeedInteger(read(fields, ordersAt));
		if (orders.code) return reject(orders.code, "sale_orders", read(fields, ordersAt));
		const channelText = read(fields, channelAt);
		const channel = channelText === "" ? defaultChannel : readSaleChannel(channelText);
		if (channel === null) return reject("CHANNEL_UNKNOWN", "channel", channelText);
		if (paid.value < 0) return reject("AMOUNT_NEGATIVE", "paid", read(fields, paidAt));
		if (refunded.value < 0) return reject("AMOUNT_NEGATIVE", "refunded", read(fields, refundedAt));
		if (orders.value < 0) return reject("NUMBER_NEGATIVE", "sale_orders", read(fields, ordersAt));
		const row: ShopDayRow = {
			shopCode,
			dayNumber: day.value,
			channel,
			paidFen: paid.value,
			refundedFen: refunded.value,
			saleOrders: orders.value,
		};
		return { ok: true, row };
	};
}

function reject(code: RejectionCode, column: string, value: string): { ok: false } & Refused {
	return { ok: false, code, column, value };
}
