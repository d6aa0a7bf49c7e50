import { type Day, monthOf, trailingRange } from "@/lib/platform/time";
import { peakFactors, type SeasonGroup, seasonFactors } from "./season";
import type { Timeline } from "./timeline";
import type { BindingPlan, PartnerPlan, ShopPlan } from "./types";

const RAMP_DAYS = 45;
const FEN = 100;

/** What a shop sells on an ordinary day of its own, and who it belonged to on each day. */
export type ShopSales = {
	/** Expected paid fen of each day of the timeline, all channels together. */
	readonly expectedFen: Float64Array;
	/** Position of the partner bound on each day, −1 for nobody. */
	readonly partnerOn: Int16Array;
};

export type SalesModel = { readonly salesOf: (shop: number) => ShopSales };

type DayIndex = (day: Day) => number;

/** Position of a day in the timeline, clamped to its ends: open intervals become half-open index ranges. */
function dayIndexer(timeline: Timeline): DayIndex {
	const positions = new Map(timeline.days.map((day, index) => [day, index]));
	const first = timeline.days[0] ?? timeline.today;
	return (day) => positions.get(day) ?? (day < first ? 0 : timeline.days.length);
}

function sum(values: Float64Array, from: number, to: number): number {
	let total = 0;
	for (let index = from; index < to; index++) total += values[index] ?? 0;
	return total;
}

/** Season × the trade's peaks × growth × the slow start of a new shop; no amount yet. */
function createCurves(timeline: Timeline, indexOf: DayIndex): (shop: ShopPlan) => Float64Array {
	const peaks = peakFactors(timeline.days);
	const seasons = new Map<SeasonGroup, Float64Array>();
	const seasonOf = (group: SeasonGroup): Float64Array => {
		const known = seasons.get(group) ?? seasonFactors(timeline.days, group);
		seasons.set(group, known);
		return known;
	};
	const first = timeline.days[0] ?? timeline.today;
	return (shop) => {
		const season = seasonOf(shop.category.season);
		const curve = new Float64Array(timeline.days.length);
		const opened = indexOf(shop.openedOn);
		const isNew = shop.openedOn >= first;
		const daily = Math.log1p(shop.monthlyGrowth) / 30.4;
		for (let index = opened; index < curve.length; index++) {
			const ramp = isNew ? Math.min(1, 0.15 + (index - opened) / RAMP_DAYS) : 1;
			const peak = (peaks[index] ?? 1) ** shop.peakiness;
			curve[index] = (season[index] ?? 1) * peak * Math.exp(daily * index) * ramp;
		}
		return curve;
	};
}

function calibrationWindow(timeline: Timeline, partner: PartnerPlan, indexOf: DayIndex): [number, number] {
	if (partner.calibratedOver === "programme") return [timeline.programmeStartIndex, timeline.days.length];
	const period = timeline.evaluatedMonths.at(-1) ?? monthOf(timeline.today);
	const range = trailingRange(period, 12);
	return [indexOf(range.from), indexOf(range.to)];
}

/** Scales every partner's shops so that its net GMV over its window comes out at its target, before chance. */
export function buildSalesModel(
	timeline: Timeline,
	partners: readonly PartnerPlan[],
	shops: readonly ShopPlan[],
	bindings: readonly BindingPlan[],
): SalesModel {
	const indexOf = dayIndexer(timeline);
	const curveOf = createCurves(timeline, indexOf);
	const positionOf = new Map(partners.map((partner, position) => [partner.id, position]));
	const bindingsOf = shops.map((): BindingPlan[] => []);
	for (const binding of bindings) if (binding.status === "CONFIRMED") bindingsOf[binding.shop]?.push(binding);

	const expected = new Float64Array(partners.length);
	shops.forEach((shop, position) => {
		const owner = positionOf.get(shop.ownerId ?? "");
		const partner = partners[owner ?? -1];
		if (owner === undefined || !partner) return;
		const curve = curveOf(shop);
		const [from, to] = calibrationWindow(timeline, partner, indexOf);
		for (const binding of bindingsOf[position] ?? []) {
			if (binding.partnerId !== partner.id) continue;
			const begin = Math.max(from, indexOf(binding.from));
			const end = Math.min(to, binding.to ? indexOf(binding.to) : to);
			const net = sum(curve, begin, end) * (1 - shop.category.refundShare);
			expected[owner] = (expected[owner] ?? 0) + shop.weight * net;
		}
	});
	const scaleOf = (shop: ShopPlan): number => {
		const owner = positionOf.get(shop.ownerId ?? "");
		if (owner === undefined) return FEN;
		const total = expected[owner] ?? 0;
		return total > 0 ? ((partners[owner]?.targetCny ?? 0) * FEN) / total : 0;
	};
	return {
		salesOf: (position) => {
			const shop = shops[position] as ShopPlan;
			const factor = scaleOf(shop) * shop.weight;
			const partnerOn = new Int16Array(timeline.days.length).fill(-1);
			for (const binding of bindingsOf[position] ?? [])
				partnerOn.fill(
					positionOf.get(binding.partnerId) ?? -1,
					indexOf(binding.from),
					binding.to ? indexOf(binding.to) : timeline.days.length,
				);
			return { expectedFen: curveOf(shop).map((value) => value * factor), partnerOn };
		},
	};
}
