import {
	findBaseline,
	findBestWeek,
	findFirstDistribution,
	type ProductDay,
} from "@/lib/domains/playbook/rules/steps/burst";
import type { StepInputs } from "@/lib/domains/playbook/types/steps";
import { addDays, type Day } from "@/lib/platform/time";

/** An order line as a feed says it, of one shop that is a brand. */
export type SaleLine = {
	day: Day;
	isSale: boolean;
	channel: string;
	product: string;
	buyer: string;
	streamer: string;
	fen: bigint;
};

const net = (lines: readonly SaleLine[]) =>
	lines.reduce((sum, { isSale, fen }) => sum + (isSale ? fen : -fen), 0n);

/** Product days by product, from the lines up to a day. */
export function seriesOf(lines: readonly SaleLine[]): Map<string, ProductDay[]> {
	const found = new Map<string, Map<Day, ProductDay>>();
	for (const { product, day, isSale, channel, fen } of lines) {
		const days = found.get(product) ?? new Map<Day, ProductDay>();
		found.set(product, days);
		const known = days.get(day) ?? { day, paidFen: 0n, distributionFen: 0n, distributionSales: 0 };
		const pushed = isSale && channel === "distribution";
		days.set(day, {
			day,
			paidFen: known.paidFen + (isSale ? fen : 0n),
			distributionFen: known.distributionFen + (pushed ? fen : 0n),
			distributionSales: known.distributionSales + (pushed ? 1 : 0),
		});
	}
	return new Map([...found].map(([product, days]) => [product, [...days.values()]]));
}

function burstsOf(series: Map<string, ProductDay[]>, day: Day) {
	return [...series].flatMap(([productId, days]) => {
		const first = findFirstDistribution(days);
		const week = findBestWeek(days, day);
		if (first === null || week === null) return [];
		const others = [...series].filter(([other]) => other !== productId).map(([, rest]) => rest);
		return [{ productId, weekFen: week.fen, baselineEighths: findBaseline(days, others, first).eighths }];
	});
}

/** The inputs of a day by the pure rules over single lines: what the SQL must come to. Without live sessions. */
export function inputsFromLines(all: readonly SaleLine[], shopId: number, day: Day): StepInputs {
	const lines = all.filter((line) => line.day <= day);
	const window = lines.filter((line) => line.day > addDays(day, -28));
	const through = (channel: string) => net(window.filter((line) => line.channel === channel));
	const sales = lines.filter(({ isSale }) => isSale);
	const firstDay = sales.map((line) => line.day).sort()[0] ?? null;
	const begun =
		firstDay === null ? [] : lines.filter((line) => line.day >= firstDay && line.day < addDays(firstDay, 28));
	const bursts = burstsOf(seriesOf(lines), day);
	const best = bursts.sort((a, b) => {
		const [left, right] = [(b.baselineEighths ?? 0n) * a.weekFen, (a.baselineEighths ?? 0n) * b.weekFen];
		if (a.baselineEighths === null || b.baselineEighths === null) {
			const byBaseline = Number(a.baselineEighths === null) - Number(b.baselineEighths === null);
			if (byBaseline !== 0) return byBaseline;
		} else if (left !== right) return left > right ? -1 : 1;
		if (a.weekFen !== b.weekFen) return a.weekFen > b.weekFen ? -1 : 1;
		return a.productId < b.productId ? -1 : 1;
	})[0];
	const buyers = new Map<string, Set<Day>>();
	for (const { buyer, day: on } of sales)
		if (buyer) buyers.set(buyer, (buyers.get(buyer) ?? new Set()).add(on));
	const cohort = [...buyers.values()]
		.map((days) => [...days].sort())
		.filter(([first = ""]) => first <= addDays(day, -30) && first > addDays(day, -58));
	const pushed = window.filter(({ isSale, channel }) => isSale && channel === "distribution");
	return {
		day,
		firstDay,
		gmvFen: net(window),
		publicFen: through("public"),
		selfLiveFen: through("self_live"),
		privateFen: through("private"),
		exclusiveFen: 0n,
		productFen: net(window),
		firstFen: net(begun),
		streamers: new Set(pushed.map(({ streamer }) => streamer).filter(Boolean)).size,
		products: bursts.length,
		burst: best ? { shopId, ...best } : null,
		liveDays: 0,
		liveMinutes: 0,
		buyers: cohort.length,
		buyersAgain: cohort.filter(([first = "", next]) => next !== undefined && next <= addDays(first, 30))
			.length,
		exclusiveProducts: 0,
	};
}
