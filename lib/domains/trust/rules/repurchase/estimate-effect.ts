import { leastMatched } from "@/lib/domains/trust/constants/repurchase";
import type { RepurchaseEffect, Stratum } from "@/lib/domains/trust/types/repurchase";
import { normalQuantile } from "@/lib/platform/statistics/quantile";

const z = normalQuantile(0.975);

type Cell = { readonly weight: number; readonly size: number; readonly again: number };

/** A weighted share over strata, and how many independent buyers it is worth. */
type Arm = { readonly share: number; readonly worth: number };

/**
 * A stratum's p(1 − p)/(n − 1) is an unbiased estimate of its variance; a stratum of one buyer has none of its own and takes
 * that of the whole side, which is not smaller than the mean of theirs.
 */
function armOf(cells: readonly Cell[]): Arm {
	const size = cells.reduce((sum, cell) => sum + cell.size, 0);
	const pooled = cells.reduce((sum, cell) => sum + cell.again, 0) / size;
	let [share, variance, plain] = [0, 0, 0];
	for (const { weight, size: n, again } of cells) {
		const p = again / n;
		share += weight * p;
		variance += weight * weight * (n > 1 ? (p * (1 - p)) / (n - 1) : pooled * (1 - pooled));
		plain += (weight * weight) / n;
	}
	const spread = share * (1 - share);
	return { share, worth: variance > 0 && spread > 0 ? spread / variance : 1 / plain };
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
