import { BPS } from "@/lib/platform/money/bps";

/** How many of the `others` are strictly worse: the exact form of a percentile. */
export type PercentRank = { readonly below: number; readonly others: number };

/**
 * How many of `count` things are strictly worse than each, as `compare` orders them by their places 0 … count − 1;
 * `compare` > 0 means the first is better. Equal things share the count of the worst place among them.
 */
export function countBelow(count: number, compare: (a: number, b: number) => number): Int32Array {
	const order = Uint32Array.from({ length: count }, (_, at) => at).sort(compare);
	const ranks = new Int32Array(count);
	let below = 0;
	for (let place = 0; place < count; place++) {
		const at = order[place] ?? 0;
		if (place > 0 && compare(order[place - 1] ?? 0, at) !== 0) below = place;
		ranks[at] = below;
	}
	return ranks;
}

/**
 * The percent rank of every value among all of them, in the order given: the share of the *other* values that are
 * strictly worse, as PostgreSQL's `percent_rank()`. Equal values share the rank of the lowest of them. A value that
 * is alone has nobody ahead of it and counts as the whole (1 of 1). `compare` > 0 means the first is better.
 */
export function rankPercentiles<T>(values: readonly T[], compare: (a: T, b: T) => number): PercentRank[] {
	const others = values.length - 1;
	if (others <= 0) return values.map(() => ({ below: 1, others: 1 }));
	const below = countBelow(values.length, (a, b) => compare(values[a] as T, values[b] as T));
	return Array.from(below, (count) => ({ below: count, others }));
}

/** 0…10,000, rounded half up. */
export function percentRankBps({ below, others }: PercentRank): number {
	const doubled = 2 * below * BPS + others;
	return (doubled - (doubled % (2 * others))) / (2 * others);
}
