/** Distribution function of the standard normal (Chebyshev fit of erfc, Numerical Recipes §6.2; error below 1.2e-7). */
export function normalCdf(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.5 * x);
	const fit = [
		0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
		1.00002368, -1.26551223,
	].reduce((sum, coefficient) => sum * t + coefficient, 0);
	const tail = 0.5 * t * Math.exp(fit - x * x);
	return z > 0 ? 1 - tail : tail;
}
