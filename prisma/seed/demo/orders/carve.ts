import { createRandom, type Random } from "../random";
import type { ShopDayRow } from "../shop-days";
import type { Timeline } from "../timeline";
import type { SaleChannel, ShopPlan } from "../types";
import { type BrandStory, type ProductStory, storyDays, streamerNames } from "./stories";

/** An order line or a refund of one, as a feed would have sent it. */
export type DemoLine = {
	readonly event: string;
	readonly sale: string | null;
	readonly channel: SaleChannel;
	/** Position in the timeline. */
	readonly day: number;
	readonly second: number;
	readonly fen: number;
	readonly product: number;
	readonly buyer: string;
	readonly streamer: string | null;
};

export type StoryShop = { readonly position: number; readonly shop: ShopPlan; readonly story: BrandStory };

/** The shop of a brand whose single orders are told of: one that streamers sell for, with the most channels. */
export function chooseShop(shops: readonly ShopPlan[], brandId: string): number {
	const fits = shops
		.map((shop, position) => ({ shop, position }))
		.filter(({ shop }) => shop.brandId === brandId && shop.channels.some((c) => c.channel === "distribution"))
		.sort((a, b) => b.shop.channels.length - a.shop.channels.length || b.shop.weight - a.shop.weight);
	return fits[0]?.position ?? -1;
}

/** Never more than this of a summary is told in single lines. */
const mostOfRow = 0.7;

type Due = { event: string; fen: number; product: number; buyer: string; streamer: string | null };

/**
 * Takes single orders out of a shop's summaries: what is left in the row and the lines are together what the row was, to
 * the fen, so that every total stays what it was.
 */
export function createCarver(timeline: Timeline, { shop, story }: StoryShop) {
	const random = createRandom(`orders:${shop.code}`);
	const last = timeline.days.length - 1;
	const buyers = createBuyers(random, shop.code, story.again);
	const others = Math.max(1, shop.channels.length - 1);
	const due = new Map<string, Due[]>();
	const lines: DemoLine[] = [];
	const livePaid = new Map<number, number>();
	let events = 0;

	function sell(row: ShopDayRow, ago: number): void {
		const budget = row.paidFen * mostOfRow;
		let sold = 0;
		for (const [index, product] of story.products.entries()) {
			const expected =
				row.channel === "distribution" ? pushedOrders(product, ago) : calmOrders(product, ago) / others;
			for (let rest = countOf(random, expected); rest > 0; rest--) {
				const fen = priceOf(random, product, shop.category.orderCny);
				if (sold + fen > budget || row.saleOrders <= 1) break;
				const one = {
					...{ event: `${shop.code}-${++events}`, fen, product: index, buyer: buyers.next(row.day) },
					streamer: row.channel === "distribution" ? streamerOf(random, story, index) : null,
				};
				lines.push({ ...one, sale: null, channel: row.channel, day: row.day, second: secondOf(random) });
				sold += fen;
				row.saleOrders--;
				if (random.chance(shop.category.refundShare * 0.8)) expect(row, one);
			}
		}
		row.paidFen -= sold;
	}
	function expect(row: ShopDayRow, one: Due): void {
		const key = `${row.channel} ${row.day + random.int(1, 8)}`;
		due.set(key, [...(due.get(key) ?? []), one]);
	}
	function refund(row: ShopDayRow): void {
		const budget = row.refundedFen * mostOfRow;
		let refunded = 0;
		for (const one of due.get(`${row.channel} ${row.day}`) ?? []) {
			if (refunded + one.fen > budget) break;
			refunded += one.fen;
			const { event, ...rest } = one;
			const place = { channel: row.channel, day: row.day, second: secondOf(random) };
			lines.push({ ...rest, ...place, event: `${event}-R`, sale: event });
		}
		row.refundedFen -= refunded;
	}
	return {
		lines,
		/** Paid fen of own live rooms by day, as they were before. */
		livePaid,
		carve(row: ShopDayRow): void {
			const ago = last + 1 - row.day;
			if (row.channel === "self_live") livePaid.set(row.day, row.paidFen);
			if (ago > storyDays) return;
			if (row.paidFen > 0) sell(row, ago);
			if (row.refundedFen > 0) refund(row);
		},
	};
}
export type Carver = ReturnType<typeof createCarver>;

function pushedOrders({ pushed, pushedFrom, peak }: ProductStory, ago: number): number {
	if (pushedFrom === null || ago > pushedFrom) return 0;
	const inPeak = peak && ago <= peak.from && ago > peak.from - 7;
	return inPeak ? pushed * peak.lift : pushed;
}

const calmOrders = ({ calm, since }: ProductStory, ago: number) => (ago > since ? 0 : calm);

/** A whole number around what is expected, never far from it. */
function countOf(random: Random, expected: number): number {
	const around = expected * random.between(0.75, 1.25);
	return Math.floor(around) + (random.chance(around % 1) ? 1 : 0);
}

const priceOf = (random: Random, { price }: ProductStory, orderCny: number) =>
	Math.max(10, Math.round(orderCny * price * random.between(0.9, 1.06) * 10)) * 10;

const secondOf = (random: Random) => random.int(9 * 3600, 23 * 3600 + 3599);

/** Every product has streamers who sell most of it. */
function streamerOf(random: Random, { streamers }: BrandStory, product: number): string {
	const at = Math.floor(streamers * random.unit() ** 1.7);
	return streamerNames[(at + product * 3) % Math.min(streamers, streamerNames.length)] ?? streamerNames[0];
}

/** New buyers, and those of the last thirty days who come again. */
function createBuyers(random: Random, code: string, again: number) {
	const recent: { id: string; day: number }[] = [];
	let from = 0;
	return {
		next(day: number): string {
			while ((recent[from]?.day ?? day) < day - 30) from++;
			if (recent.length > from && random.chance(again))
				return recent[random.int(from, recent.length - 1)]?.id ?? "";
			const id = `${code.slice(-4)}U${String(recent.length + 1).padStart(5, "0")}`;
			recent.push({ id, day });
			return id;
		},
	};
}
