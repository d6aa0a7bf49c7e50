import { listBuckets } from "@/lib/domains/gmv/rules/explorer-range";
import { type Amounts, measureOf } from "@/lib/domains/gmv/rules/explorer-table";
import type { Grain, Measure } from "@/lib/domains/gmv/schema/explorer";
import type { Day, DayRange } from "@/lib/platform/time";

/** Totals of a period by bucket; one without facts is missing. */
export type Totals = readonly (Amounts & { bucket: Day })[];

/** The same place in two periods; a bucket is null where one of them has fewer. */
export type ComparedPoint = { now: Day | null; earlier: Day | null; nowFen: bigint; earlierFen: bigint };

/** Two periods side by side, bucket by bucket in their order: each adds up to its own total. */
export function compareSeries(
	periods: { now: DayRange; earlier: DayRange },
	totals: { now: Totals; earlier: Totals },
	grain: Grain,
	measure: Measure,
): ComparedPoint[] {
	const [nowBuckets, earlierBuckets] = [listBuckets(periods.now, grain), listBuckets(periods.earlier, grain)];
	const fenOf = (of: Totals, bucket: Day | undefined) =>
		of.reduce((fen, point) => (point.bucket === bucket ? fen + measureOf(point, measure) : fen), 0n);
	return Array.from({ length: Math.max(nowBuckets.length, earlierBuckets.length) }, (_, index) => ({
		now: nowBuckets[index] ?? null,
		earlier: earlierBuckets[index] ?? null,
		nowFen: fenOf(totals.now, nowBuckets[index]),
		earlierFen: fenOf(totals.earlier, earlierBuckets[index]),
	}));
}
