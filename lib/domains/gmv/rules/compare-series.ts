import { listBuckets } from "@/lib/domains/gmv/rules/explorer-range";
import { type Amounts, measureOf } from "@/lib/domains/gmv/rules/explorer-table";
import type { Grain, Measure } from "@/lib/domains/gmv/schema/explorer";
import type { Day, DayRange } from "@/lib/platform/time";

/** Totals of a period by bucket; one without facts is missing. */
export type Totals = readonly (Amounts & { bucket: Day })[];

/** The same place in two periods; a bucket is null where one of them has fewer. */
export type ComparedPoint = { now: Day | null; then: Day | null; nowFen: bigint; thenFen: bigint };

/** Two periods side by side, bucket by bucket in their order: each adds up to its own total. */
export function compareSeries(
	periods: { now: DayRange; then: DayRange },
	totals: { now: Totals; then: Totals },
	grain: Grain,
	measure: Measure,
): ComparedPoint[] {
	const [nowBuckets, thenBuckets] = [listBuckets(periods.now, grain), listBuckets(periods.then, grain)];
	const fenOf = (of: Totals, bucket: Day | undefined) =>
		of.reduce((fen, point) => (point.bucket === bucket ? fen + measureOf(point, measure) : fen), 0n);
	return Array.from({ length: Math.max(nowBuckets.length, thenBuckets.length) }, (_, index) => ({
		now: nowBuckets[index] ?? null,
		then: thenBuckets[index] ?? null,
		nowFen: fenOf(totals.now, nowBuckets[index]),
		thenFen: fenOf(totals.then, thenBuckets[index]),
	}));
}
