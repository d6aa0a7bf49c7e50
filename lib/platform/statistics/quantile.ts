const A = [
	-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
	2.506628277459239,
] as const;
const B = [
	-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
] as const;
const C = [
	-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
	2.938163982698783,
] as const;
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1] as const;

function polynomial(coefficients: readonly number[], at: number): number {
	return coefficients.reduce((sum, coefficient) => sum * at + coefficient, 0);
}

/** Quantile of the standard normal distribution (Acklam's rational approximation, error below 1.2e-9 relative). */
export function normalQuantile(p: number): number {
	if (p > 0.5) return -normalQuantile(1 - p);
	if (p < 0.02425) {
		const q = Math.sqrt(-2 * Math.log(p));
		return polynomial(C, q) / polynomial(D, q);
	}
	const q = p - 0.5;
	return (q * polynomial(A, q * q)) / polynomial(B, q * q);
}

/** Quantile of Student's t from the normal one (Cornish–Fisher, Abramowitz & Stegun 26.7.5); for 3 degrees and more. */
export function studentQuantile(p: number, degrees: number): number {
	const z = normalQuantile(p);
	const z2 = z * z;
	const first = (z * (z2 + 1)) / 4;
	const second = (z * (5 * z2 * z2 + 16 * z2 + 3)) / 96;
	const third = (z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15)) / 384;
	return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}

/** Value at a share of sorted values: the nearest rank, no interpolation, so that counts stay whole. */
export function rankOf(sorted: { readonly [index: number]: number; readonly length: number }, share: number) {
	const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
	return sorted[rank] ?? 0;
}

export function median(values: readonly number[]): number {
	if (values.length === 0) return 0;
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1
		? (sorted[middle] ?? 0)
		: ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
