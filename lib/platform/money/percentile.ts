import { BPS } from "@/lib/platform/money/bps";
import { roundHalfUp } from "@/lib/platform/money/ratio";

/** How many of the `others` are strictly worse: the exact form of a percentile. */
export type PercentRank = { readonly below: number; readonly others: number };

/**
 * The percent rank of every value among all of them, in the order given: the share of the *other* values that are
 * strictly worse, as PostgreSQL's `percent_rank()`. Equal values share the rank of the lowest of them. A value that
 * is alone has nobody ahead of it and counts as the whole (1 of 1). `compare` > 0 means the first is better.
 */
export function rankPercentiles<T>(values: readonly T[], compare: (a: T, b: T) => number): PercentRank[] {
	const others = values.length - 1;
	if (others <= 0) return values.map(() => ({ below: 1, others: 1 }));
	const order = values.map((value, index) => ({ value, index })).sort((a, b) => compare(a.value, b.value));
	const ranks = new Array<PercentRank>(values.length);
	let below = 0;
	for (const [position, item] of order.entries()) {
		const previous = order[position - 1];
		if (previous && compare(previous.value, item.value) !== 0) below = position;
		ranks[item.index] = { below, others };
	}
	return ranks;
}

/** 0…10,000, rounded half up. */
export function percentRankBps(rank: PercentRank): number {
	return Number(roundHalfUp(BigInt(rank.below) * BigInt(BPS), BigInt(rank.others)));
}
