import { leastMatched } from "@/lib/domains/trust/constants/repurchase";
import type { RepurchaseEffect, Stratum } from "@/lib/domains/trust/types/repurchase";
import { normalQuantile } from "@/lib/platform/statistics/quantile";

const z = normalQuantile(0.975);

type Cell = { readonly weight: number; readonly size: number; readonly again: number };

/** A weighted share over strata, and how many independent buyers it is worth. */
type Arm = { readonly share: number; readonly worth: number };

/** p(1 − p)/(n − 1) is unbiased; a stratum of one buyer has no variance of its own and takes that of the whole side. */
function plainVariance({ size: n, again }: Cell, pooled: number): number {
	const p = again / n;
	return n > 1 ? (p * (1 - p)) / (n - 1) : pooled * (1 - pooled);
}

/** Drawn to the side's share with the weight of so many buyers. */
const DRAW = 4;

/** The share drawn to the whole side's, so that a stratum of two that agree is not taken for certain; freed of its bias. */
function drawnVariance({ size: n, again }: Cell, pooled: number): number {
	const p = (again + DRAW * pooled) / (n + DRAW);
	return (p * (1 - p)) / n / (1 - n / (n + DRAW) ** 2);
}

/**
 * A stratified share with its variance: the larger of two estimates, for the unbiased one is too small too often where
 * strata are small, and the drawn one where they differ much. Simulated, the 95% interval then covers 94.9–95.8%.
 */
function armOf(cells: readonly Cell[]): Arm {
	const sum = (of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
	const pooled = sum(({ again }) => again) / sum(({ size }) => size);
	const share = sum(({ weight, again, size }) => (weight * again) / size);
	const variance = Math.max(
		sum((cell) => cell.weight ** 2 * plainVariance(cell, pooled)),
		sum((cell) => cell.weight ** 2 * drawnVariance(cell, pooled)),
	);
	const spread = share * (1 - share);
	const isKnown = variance > 0 && spread > 0;
	return { share, worth: isKnown ? spread / variance : 1 / sum(({ weight, size }) => weight ** 2 / size) };
}

/** Wilson's interval (1927) of a share that is worth `worth` buyers (Korn and Graubard 1998). */
function wilson({ share, worth }: Arm): readonly [number, number] {
	const scale = 1 + (z * z) / worth;
	const middle = (share + (z * z) / (2 * worth)) / scale;
	const half = (z / scale) * Math.sqrt((share * (1 - share)) / worth + (z * z) / (4 * worth * worth));
	return [middle - half, middle + half];
}

/**
 * By how much more of the buyers of a guarantee buy again than of matched buyers without: in every shop, month and value band
 * with both, weighed by the users there, so that it is the effect on those who used it. The interval is Newcombe's hybrid of
 * two Wilson intervals (1998, method 10) on the stratified shares (Yan and Su 2010), which holds for small shares too.
 */
export function estimateEffect(strata: readonly Stratum[], least = leastMatched): RepurchaseEffect {
	const matched = strata.filter(({ used, others }) => used > 0 && others > 0);
	const count = (of: (stratum: Stratum) => number) => matched.reduce((sum, one) => sum + of(one), 0);
	const [used, others] = [count((one) => one.used), count((one) => one.others)];
	const unmatched = strata.reduce((sum, one) => sum + (one.others === 0 ? one.used : 0), 0);
	const sizes = { used, others, unmatched, strata: matched.length };
	if (used < least || others < least) return { ok: false, reason: "NOT_ENOUGH", least, ...sizes };
	const withIt = armOf(
		matched.map((one) => ({ weight: one.used / used, size: one.used, again: one.usedAgain })),
	);
	const without = armOf(
		matched.map((one) => ({ weight: one.used / used, size: one.others, again: one.othersAgain })),
	);
	const [[lowUsed, highUsed], [lowOthers, highOthers]] = [wilson(withIt), wilson(without)];
	const difference = withIt.share - without.share;
	const low = difference - Math.hypot(withIt.share - lowUsed, highOthers - without.share);
	const high = difference + Math.hypot(highUsed - withIt.share, without.share - lowOthers);
	const shares = { usedShare: withIt.share, othersShare: without.share };
	return { ok: true, ...sizes, ...shares, difference, low, high };
}
