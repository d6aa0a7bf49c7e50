import { normalCdf } from "@/lib/platform/statistics/normal";

/** Mean, variance and third central moment of a sum. */
export type Cumulants = readonly [number, number, number];

/** A sum of a part that is always there and of batches that come by chance (Poisson), each with its own sum. */
export type CostDistribution = {
	readonly always: Cumulants;
	/** Expected batches, and the cumulants of one. */
	readonly batches: number;
	readonly batch: Cumulants;
};

/** Φ of a standardised value after the Wilson–Hilferty root (1931) for a gamma of this skew; exact for the normal. */
function standardChance(y: number, skew: number): number {
	if (Math.abs(skew) < 1e-6) return normalCdf(y);
	return normalCdf((6 / skew) * (Math.cbrt(1 + (skew * y) / 2) - 1) + skew / 6);
}

function chanceOf([mean, variance, third]: Cumulants, bound: number): number {
	const deviation = Math.sqrt(Math.max(variance, 0));
	if (deviation === 0) return mean <= bound ? 1 : 0;
	return standardChance((bound - mean) / deviation, third / deviation ** 3);
}

/** How many batches are looked at: the chance of more is below one in a million. */
function mostBatches(expected: number): number {
	return Math.ceil(expected + 6 * Math.sqrt(expected) + 6);
}

/**
 * How likely the sum is not above a bound: given the number of batches it is a translated gamma of the same three cumulants
 * (Klugman, Panjer, Willmot: Loss Models), and the numbers are weighed by their Poisson chances. So a rare and dear event
 * stands in the distribution as what it is, there or not there, and is not smeared into a spread.
 */
export function chanceBelow({ always, batches, batch }: CostDistribution, bound: number): number {
	let weight = Math.exp(-batches);
	let chance = 0;
	for (let count = 0; count <= mostBatches(batches); count++) {
		if (count > 0) weight *= batches / count;
		const given: Cumulants = [
			always[0] + count * batch[0],
			always[1] + count * batch[1],
			always[2] + count * batch[2],
		];
		chance += weight * chanceOf(given, bound);
	}
	return Math.min(1, chance);
}

/** Of the whole: a compound Poisson sum adds λE[S], λE[S²] and λE[S³]. */
export function totalCumulants({ always, batches, batch: [m, v, t] }: CostDistribution): Cumulants {
	return [
		always[0] + batches * m,
		always[1] + batches * (v + m * m),
		always[2] + batches * (t + 3 * m * v + m ** 3),
	];
}

/** The bound that is not passed with this chance, to a thousandth of a deviation; never below 0. */
export function costQuantile(distribution: CostDistribution, p: number): number {
	const [mean, variance] = totalCumulants(distribution);
	const deviation = Math.sqrt(variance);
	let [low, high] = [0, mean + 30 * deviation];
	while (high - low > deviation / 1_000 + 1e-9) {
		const middle = (low + high) / 2;
		if (chanceBelow(distribution, middle) < p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
