import { createRandom, type Random } from "./random";
import type { SalesModel } from "./sales-model";
import type { Timeline } from "./timeline";
import { type SaleChannel, type ShopPlan, saleChannels } from "./types";

/** Share of a day's refunds that arrive one, two … days after the sale. */
const refundLag = [0.05, 0.14, 0.19, 0.18, 0.14, 0.11, 0.08, 0.06, 0.05] as const;

/** One row of the feed. The object is used again for the next row. */
export type ShopDayRow = {
	shop: number;
	day: number;
	channel: SaleChannel;
	paidFen: number;
	refundedFen: number;
	saleOrders: number;
};

/** What the partner on that day got of it; `month` is a position in `timeline.months`. */
export type SalesTally = {
	paidFen: Float64Array;
	refundedFen: Float64Array;
	orders: Float64Array;
	activeShops: Float64Array;
};

export function createTally(partners: number, months: number): SalesTally {
	const zeros = () => new Float64Array(partners * months);
	return { paidFen: zeros(), refundedFen: zeros(), orders: zeros(), activeShops: zeros() };
}

/** A channel's day around its expected amount. A small shop has whole orders or none at all. */
function drawSales(
	random: Random,
	expectedFen: number,
	orderFen: number,
): { paidFen: number; orders: number } {
	if (expectedFen < 3 * orderFen) {
		let orders = 0;
		for (let rest = expectedFen / orderFen; rest > 0; rest--) if (random.unit() < rest) orders++;
		return { orders, paidFen: orders === 0 ? 0 : Math.round(orders * orderFen * random.between(0.6, 1.4)) };
	}
	const paidFen = Math.round(expectedFen * Math.exp(0.2 * random.normal() - 0.02));
	const orders = Math.max(1, Math.round(paidFen / (orderFen * random.between(0.88, 1.14))));
	return { paidFen, orders };
}

/**
 * The rows of one shop by day and channel, in the order of the tables' keys. Refunds lag the sales they belong to, so
 * a peak is followed by its refunds; nothing is kept but the last days' sales.
 */
function* shopRows(
	random: Random,
	timeline: Timeline,
	shop: ShopPlan,
	position: number,
	expectedFen: Float64Array,
	row: ShopDayRow,
): Generator<ShopDayRow> {
	const orderFen = shop.category.orderCny * 100 * Math.exp(0.35 * random.normal());
	const refundShare = Math.min(0.45, shop.category.refundShare * Math.exp(0.25 * random.normal()));
	const paidBefore = shop.channels.map(() => new Float64Array(refundLag.length));
	const last = timeline.days.length - 1;
	let mood = 0;
	for (let day = 0; day <= last; day++) {
		const expected = expectedFen[day] ?? 0;
		mood = 0.7 * mood + 0.09 * random.normal();
		const isSelling = expected > 0 && random.unit() < shop.density;
		const amount = isSelling ? (expected / shop.density) * Math.exp(mood) : 0;
		for (const [index, { channel, first, last: final }] of shop.channels.entries()) {
			const share = first + ((final - first) * day) / last;
			const sold = amount > 0 ? drawSales(random, amount * share, orderFen) : { paidFen: 0, orders: 0 };
			const before = paidBefore[index] as Float64Array;
			let due = 0;
			for (let lag = 0; lag < refundLag.length; lag++)
				due += (before[(day + refundLag.length - 1 - lag) % refundLag.length] ?? 0) * (refundLag[lag] ?? 0);
			before[day % refundLag.length] = sold.paidFen;
			row.refundedFen = due > 0 ? Math.round(due * refundShare * random.between(0.75, 1.25)) : 0;
			if (sold.paidFen === 0 && row.refundedFen === 0) continue;
			row.shop = position;
			row.day = day;
			row.channel = channel;
			row.paidFen = sold.paidFen;
			row.saleOrders = sold.orders;
			yield row;
		}
	}
}

/** Every shop-day row of the demo, shop by shop; what partners got of it is added to `tally` on the way. */
export function* generateShopDays(
	timeline: Timeline,
	shops: readonly ShopPlan[],
	model: SalesModel,
	tally: SalesTally,
): Generator<ShopDayRow> {
	const months = timeline.months.length;
	const monthOn = timeline.days.map((day) => timeline.months.indexOf(day.slice(0, 7)));
	const row: ShopDayRow = {
		shop: 0,
		day: 0,
		channel: saleChannels[0],
		paidFen: 0,
		refundedFen: 0,
		saleOrders: 0,
	};
	for (const [position, shop] of shops.entries()) {
		// A stream per shop: the sales of one do not depend on how much chance the others used.
		const random = createRandom(`shop-days:${shop.code}`);
		const { expectedFen, partnerOn } = model.salesOf(position);
		const active = new Set<number>();
		for (const next of shopRows(random, timeline, shop, position, expectedFen, row)) {
			const partner = partnerOn[next.day] ?? -1;
			if (partner >= 0) {
				const cell = partner * months + (monthOn[next.day] ?? 0);
				tally.paidFen[cell] = (tally.paidFen[cell] ?? 0) + next.paidFen;
				tally.refundedFen[cell] = (tally.refundedFen[cell] ?? 0) + next.refundedFen;
				tally.orders[cell] = (tally.orders[cell] ?? 0) + next.saleOrders;
				if (next.paidFen > 0) active.add(cell);
			}
			yield next;
		}
		for (const cell of active) tally.activeShops[cell] = (tally.activeShops[cell] ?? 0) + 1;
	}
}
