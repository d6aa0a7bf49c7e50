import { INTERVAL_SHARE } from "@/lib/domains/programme/rules/forecast/assumptions";
import type {
	BandForecast,
	CountForecast,
	Interval,
	Line,
} from "@/lib/domains/programme/rules/forecast/types";
import { rankOf } from "@/lib/platform/statistics/quantile";

const TAIL = (1 - INTERVAL_SHARE) / 2;

/** The middle 80% of the values and their median; equal values make an interval of no width. Sorts the values. */
export function intervalOf(values: Float64Array): Interval {
	values.sort();
	return { low: rankOf(values, TAIL), middle: rankOf(values, 0.5), high: rankOf(values, 1 - TAIL) };
}

/** What paths of counts say about a target. `now` is today's count, exact. */
export function summariseCount(counts: Int32Array, now: number, target: number): CountForecast {
	const sorted = counts.slice().sort();
	const paths = sorted.length;
	const interval = {
		low: rankOf(sorted, TAIL),
		middle: rankOf(sorted, 0.5),
		high: rankOf(sorted, 1 - TAIL),
	};
	const first = sorted[0] ?? 0;
	const shares = new Array<number>((sorted.at(-1) ?? 0) - first + 1).fill(0);
	let [sum, met, within] = [0, 0, 0];
	for (const count of sorted) {
		sum += count;
		if (count >= target) met++;
		if (count >= interval.low && count <= interval.high) within++;
		shares[count - first] = (shares[count - first] ?? 0) + 1;
	}
	return {
		...interval,
		now,
		mean: sum / paths,
		probability: now >= target ? 1 : met / paths,
		staysProbability: met / paths,
		mass: within / paths,
		histogram: { first, shares: shares.map((share) => share / paths) },
	};
}

/** Lines are the highest first, so who is in a band alone is at or above it less who is at or above the one before. */
export function summariseCounts(
	lines: readonly Line[],
	now: readonly number[],
	atOrAbove: readonly Int32Array[],
): BandForecast[] {
	return lines.map((line, at) => {
		const own = atOrAbove[at] ?? new Int32Array();
		const higher = atOrAbove[at - 1];
		const once = own.map((count, path) => count - (higher?.[path] ?? 0));
		return {
			code: line.code,
			target: line.targetCount,
			inBand: summariseCount(once, (now[at] ?? 0) - (now[at - 1] ?? 0), line.targetCount),
			atOrAbove: summariseCount(own, now[at] ?? 0, line.targetCount),
		};
	});
}
