import { daysBetween, type Month, monthRange } from "@/lib/platform/time";
import { createRandom, type Random } from "./random";
import type { SalesTally } from "./shop-days";
import type { Timeline } from "./timeline";
import type { ForceName, PartnerPlan } from "./types";

/** A row of `force_months`; money and views are whole numbers small enough to be exact. */
export type ForceMonthPlan = {
	partnerId: string;
	month: Month;
	trafficSpendFen: number;
	trafficGmvFen: number;
	contentViews: number;
	contentGmvFen: number;
	liveMinutes: number;
	activeShops: number;
	liveGmvFen: number;
	signedStreamers: number;
	qualifiedStreamers: number;
	ordersDue: number;
	ordersShippedOnTime: number;
	afterSalesCasesDue: number;
	afterSalesCasesInSla: number;
	paidOrders: number;
	disputes: number;
	activeSkus: number;
	exclusiveSkus: number;
	skuDays: number;
	stockoutSkuDays: number;
	c2mOrders: number;
};

type Sales = { paidFen: number; orders: number; activeShops: number };
/** Score wanted for an indicator as a fraction of 1: may pass 1 a little, as a good partner passes its target. */
type Score = (force: ForceName) => number;

const QUALIFYING_FEN = 100_000 * 100;

function clamp(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}

/** The value worth `score` between what is worth 0 and what is worth 100 (domain.md §3.2). */
function valueFor(score: number, floor: number, target: number): number {
	return floor + (target - floor) * score;
}

/** Draws the part so that its share of the whole is as wanted on average, also where the whole is small. */
function partOf(random: Random, whole: number, share: number): number {
	return clamp(Math.floor(whole * share + random.unit()), 0, whole);
}

function trafficOf(random: Random, score: Score, sales: Sales) {
	const trafficGmvFen = Math.round(sales.paidFen * random.between(0.22, 0.42));
	const contentGmvFen = Math.round(sales.paidFen * random.between(0.62, 0.86));
	return {
		trafficGmvFen,
		trafficSpendFen: Math.round(trafficGmvFen / valueFor(score("traffic"), 1, 5)),
		contentGmvFen,
		contentViews: Math.round((contentGmvFen * 1000) / valueFor(score("traffic"), 2000, 10_000)),
	};
}

function livestreamOf(random: Random, score: Score, sales: Sales) {
	const hours = sales.activeShops * valueFor(score("livestream"), 20, 120);
	const wanted = hours * valueFor(score("livestream"), 100_000, 2_000_000);
	const liveGmvFen = Math.round(
		clamp(wanted, 0.2 * sales.paidFen, random.between(0.7, 0.82) * sales.paidFen),
	);
	return { liveMinutes: Math.round(hours * 60), liveGmvFen };
}

function incubationOf(random: Random, score: Score, sales: Sales) {
	const possible = Math.floor((0.7 * sales.paidFen) / QUALIFYING_FEN);
	const wanted = Math.floor(valueFor(score("incubation"), 0, 20) + random.unit());
	const qualifiedStreamers = Math.min(wanted, possible);
	const share = Math.max(0.02, valueFor(score("incubation"), 0, 0.3));
	// Those who do not reach the line yet are signed all the same.
	const signedStreamers = Math.max(
		qualifiedStreamers + 1,
		Math.round(Math.min(wanted, possible + 2) / share),
	);
	return { qualifiedStreamers, signedStreamers };
}

function fulfilmentOf(random: Random, score: Score, sales: Sales, disputeRate: number | null) {
	const ordersDue = Math.round(sales.orders * random.between(0.95, 1.01));
	const afterSalesCasesDue = Math.round(sales.orders * random.between(0.035, 0.075));
	const onTime = clamp(valueFor(score("fulfilment"), 0.9, 0.99), 0.8, 0.999);
	const inSla = clamp(valueFor(score("fulfilment"), 0.8, 0.98), 0.6, 0.999);
	const disputed = disputeRate ?? clamp(valueFor(score("fulfilment"), 0.02, 0.002), 0.0006, 0.028);
	return {
		paidOrders: sales.orders,
		ordersDue,
		ordersShippedOnTime: partOf(random, ordersDue, onTime),
		afterSalesCasesDue,
		afterSalesCasesInSla: partOf(random, afterSalesCasesDue, inSla),
		disputes: partOf(random, sales.orders, disputed),
	};
}

function supplyOf(random: Random, score: Score, sales: Sales, month: Month) {
	const { from, to } = monthRange(month);
	const activeSkus = sales.activeShops * random.int(36, 160);
	const skuDays = Math.round(activeSkus * daysBetween(from, to) * random.between(0.82, 0.97));
	return {
		activeSkus,
		exclusiveSkus: partOf(random, activeSkus, clamp(valueFor(score("supply"), 0, 0.2), 0, 0.6)),
		skuDays,
		stockoutSkuDays: partOf(random, skuDays, clamp(valueFor(score("supply"), 0.1, 0), 0.001, 0.2)),
		c2mOrders: Math.min(
			Math.round(valueFor(score("supply"), 0, 1000) * random.between(0.85, 1.15)),
			Math.floor(sales.orders * 0.4),
		),
	};
}

/**
 * The monthly metrics of every partner for each ended month in which it sold anything, made from what its shops sold:
 * orders, GMV and active shops are those of the shop days, and the rates follow the partner's quality in that month.
 */
export function* generateForceMonths(
	timeline: Timeline,
	partners: readonly PartnerPlan[],
	tally: SalesTally,
	disputeRateOf: (partnerId: string) => number | null,
): Generator<ForceMonthPlan> {
	for (const [position, partner] of partners.entries()) {
		const random = createRandom(`force-months:${partner.uscc}`);
		// A steady lean of each indicator, so that a force is not two equal bars.
		const leans = Array.from({ length: 12 }, () => 0.05 * random.normal());
		for (const [index, month] of timeline.endedMonths.entries()) {
			const cell = position * timeline.months.length + index;
			const sales = {
				paidFen: tally.paidFen[cell] ?? 0,
				orders: tally.orders[cell] ?? 0,
				activeShops: tally.activeShops[cell] ?? 0,
			};
			if (sales.activeShops === 0) continue;
			const behind = (timeline.endedMonths.length - 1 - index) / (timeline.endedMonths.length - 1);
			let asked = 0;
			const score: Score = (force) => {
				const final = partner.quality[force] - partner.quality.improvement * behind;
				return clamp(final / 100 + (leans[asked++ % leans.length] ?? 0) + 0.02 * random.normal(), 0.02, 1.12);
			};
			yield {
				partnerId: partner.id,
				month,
				activeShops: sales.activeShops,
				...trafficOf(random, score, sales),
				...livestreamOf(random, score, sales),
				...incubationOf(random, score, sales),
				...fulfilmentOf(random, score, sales, disputeRateOf(partner.id)),
				...supplyOf(random, score, sales, month),
			};
		}
	}
}
