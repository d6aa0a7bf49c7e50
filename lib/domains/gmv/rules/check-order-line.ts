import { defaultChannel, maxText } from "@/lib/domains/gmv/constants";
import { readSaleChannel, readSaleType } from "@/lib/domains/gmv/rules/file-names";
import { checkWidth, type FeedColumns } from "@/lib/domains/gmv/rules/match-header";
import {
	checkText,
	type FeedInstant,
	type Parsed,
	parseFeedFen,
	parseFeedFlag,
	parseFeedInstant,
	parseFeedInteger,
} from "@/lib/domains/gmv/rules/parse-fields";
import type { Layout, LineCheck, OrderLineRow, Refused, RejectionCode } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

export const orderLineColumns = {
	required: [
		"event_id",
		"line_no",
		"type",
		"occurred_at",
		"shop_id",
		"product_id",
		"product_name",
		"buyer_id",
		"quantity",
		"amount",
	],
	optional: ["channel", "streamer_id", "exclusive", "sale_event_id"],
} as const satisfies FeedColumns;

/** The same instant stands on every line of an order, so the last one read is kept. */
function makeInstantParser(latest: Day): (text: string) => Parsed<FeedInstant> {
	let lastText = "";
	let last = parseFeedInstant(lastText, latest);
	return (text) => {
		if (text !== lastText) {
			last = parseFeedInstant(text, latest);
			lastText = text;
		}
		return last;
	};
}

/**
 * The check of one order line (domain.md §3.4), for a given header. The first fault decides: number of fields, then every
 * column's form in the order of `orderLineColumns`, then quantity ≤ 0, then amount ≤ 0. `latest` is the last business day
 * a line may carry.
 */
export function makeOrderLineCheck(layout: Layout, latest: Day): LineCheck<OrderLineRow> {
	const [
		eventAt,
		lineAt,
		typeAt,
		timeAt,
		shopAt,
		productAt,
		nameAt,
		buyerAt,
		quantityAt,
		amountAt,
		channelAt,
		streamerAt,
		exclusiveAt,
		saleAt,
	] = layout.positions;
	const read = (fields: readonly string[], position: number | undefined) => fields[position ?? -1] ?? "";
	const parseInstant = makeInstantParser(latest);
	return (fields) => {
		const width = checkWidth(fields, layout);
		if (width) return reject(width, "", String(fields.length));
		const eventId = read(fields, eventAt);
		const line = parseFeedInteger(read(fields, lineAt));
		const typeText = read(fields, typeAt);
		const type = typeText === "sale" || typeText === "refund" ? typeText : readSaleType(typeText);
		const instant = parseInstant(read(fields, timeAt));
		const [shopCode, productId] = [read(fields, shopAt), read(fields, productAt)];
		const [productName, buyerId] = [read(fields, nameAt), read(fields, buyerAt)];
		const quantity = parseFeedInteger(read(fields, quantityAt));
		const amount = parseFeedFen(read(fields, amountAt));
		const channelText = read(fields, channelAt);
		const channel = channelText === "" ? defaultChannel : readSaleChannel(channelText);
		const [streamerId, saleEventId] = [read(fields, streamerAt), read(fields, saleAt)];
		const exclusive = parseFeedFlag(read(fields, exclusiveAt));

		const eventFault = checkText(eventId, maxText.eventId, true);
		if (eventFault) return reject(eventFault, "event_id", eventId);
		if (line.code) return reject(line.code, "line_no", read(fields, lineAt));
		if (line.value <= 0) return reject("LINE_NO_NOT_POSITIVE", "line_no", read(fields, lineAt));
		if (type === null) return reject(typeText ? "TYPE_UNKNOWN" : "VALUE_MISSING", "type", typeText);
		if (instant.code) return reject(instant.code, "occurred_at", read(fields, timeAt));
		const textFault =
			faultOf("shop_id", shopCode, maxText.shopCode, true) ??
			faultOf("product_id", productId, maxText.productId, true) ??
			faultOf("product_name", productName, maxText.productName, false) ??
			faultOf("buyer_id", buyerId, maxText.buyerId, false) ??
			faultOf("streamer_id", streamerId, maxText.streamerId, false) ??
			faultOf("sale_event_id", saleEventId, maxText.eventId, false);
		if (textFault) return { ok: false, ...textFault };
		if (quantity.code) return reject(quantity.code, "quantity", read(fields, quantityAt));
		if (amount.code) return reject(amount.code, "amount", read(fields, amountAt));
		if (channel === null) return reject("CHANNEL_UNKNOWN", "channel", channelText);
		if (exclusive.code) return reject(exclusive.code, "exclusive", read(fields, exclusiveAt));
		if (quantity.value <= 0) return reject("QUANTITY_NOT_POSITIVE", "quantity", read(fields, quantityAt));
		if (amount.value <= 0) return reject("AMOUNT_NOT_POSITIVE", "amount", read(fields, amountAt));
		const row: OrderLineRow = {
			shopCode,
			dayNumber: instant.value.dayNumber,
			channel,
			paidFen: type === "sale" ? amount.value : 0,
			refundedFen: type === "sale" ? 0 : amount.value,
			eventId,
			lineNo: line.value,
			type,
			second: instant.value.second,
			quantity: quantity.value,
			amountFen: amount.value,
			productId,
			productName,
			buyerId,
			streamerId,
			isExclusive: exclusive.value,
			saleEventId,
		};
		return { ok: true, row };
	};
}

function faultOf(column: string, value: string, max: number, required: boolean): Refused | null {
	const code = checkText(value, max, required);
	return code ? { code, column, value } : null;
}

function reject(code: RejectionCode, column: string, value: string): { ok: false } & Refused {
	return { ok: false, code, column, value };
}
