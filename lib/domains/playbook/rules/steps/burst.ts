import { addDays, type Day } from "@/lib/platform/time";

/** A product's day: paid sales, and of them those through streamers. Refunds do not undo what drew the buyers. */
export type ProductDay = {
	readonly day: Day;
	readonly paidFen: bigint;
	readonly distributionFen: bigint;
	readonly distributionSales: number;
};

export type BurstWeek = {
	readonly from: Day;
	readonly to: Day;
	readonly fen: bigint;
	readonly sales: number;
};

export type Baseline = {
	/** Its own sales, the median product of the shop, or nothing to compare with. */
	readonly kind: "OWN" | "SHOP_MEDIAN" | "NONE";
	/** Eight times the mean seven-day GMV of the 28 days; null of `NONE`. */
	readonly eighths: bigint | null;
	/** The 28 days, `to` being the day of the first distribution sale. */
	readonly from: Day;
	readonly to: Day;
};

export const baselineDays = 28;

/** The day of the first sale through a streamer. */
export function findFirstDistribution(days: readonly ProductDay[]): Day | null {
	const sold = days.filter(({ distributionSales }) => distributionSales > 0).map(({ day }) => day);
	return sold.sort()[0] ?? null;
}

/** The seven days in a row, ending by `until`, with the most distribution sales by amount; the earliest of equals. */
export function findBestWeek(days: readonly ProductDay[], until: Day): BurstWeek | null {
	const sold = days.filter(({ distributionSales, day }) => distributionSales > 0 && day <= until);
	let best: BurstWeek | null = null;
	for (const { day: to } of [...sold].sort((a, b) => (a.day < b.day ? -1 : 1))) {
		const from = addDays(to, -6);
		const week = sold.filter(({ day }) => day >= from && day <= to);
		const fen = week.reduce((sum, { distributionFen }) => sum + distributionFen, 0n);
		const sales = week.reduce((sum, { distributionSales }) => sum + distributionSales, 0);
		if (best === null || fen > best.fen) best = { from, to, fen, sales };
	}
	return best;
}

function sumOf(days: readonly ProductDay[], from: Day, to: Day): bigint {
	return days.reduce((sum, { day, paidFen }) => (day >= from && day < to ? sum + paidFen : sum), 0n);
}

/** Twice the median, which is whole for any number of values; null of none. */
function doubledMedian(values: readonly bigint[]): bigint | null {
	const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	const middle = sorted.length >> 1;
	const high = sorted[middle];
	if (high === undefined) return null;
	return sorted.length % 2 === 1 ? 2n * high : high + (sorted[middle - 1] ?? 0n);
}

/**
 * What a product is compared with (domain.md §3.7): its own 28 days before `first`, or, where it sold nothing in them, the
 * median over the shop's products that did.
 */
export function findBaseline(
	own: readonly ProductDay[],
	others: readonly (readonly ProductDay[])[],
	first: Day,
): Baseline {
	const range = { from: addDays(first, -baselineDays), to: first };
	const sum = sumOf(own, range.from, range.to);
	if (sum > 0n) return { kind: "OWN", eighths: 2n * sum, ...range };
	const sums = others.map((days) => sumOf(days, range.from, range.to)).filter((other) => other > 0n);
	const eighths = doubledMedian(sums);
	return { kind: eighths === null ? "NONE" : "SHOP_MEDIAN", eighths, ...range };
}
