/** What two people said of the same thing, as categories 0, 1, 2 … */
export type RatedPair = readonly [first: number, second: number];

/**
 * How far two people agree beyond chance. `few`: too little to say anything; `undefined`: both always said the same one
 * thing, so that chance alone would agree as much and no figure exists.
 */
export type Agreement =
	| { readonly status: "value"; readonly value: number; readonly n: number }
	| { readonly status: "few"; readonly n: number }
	| { readonly status: "undefined"; readonly n: number };

/** Pairs below which no figure is given: a kappa of a handful says more about chance than about people. */
export const minimumDecisionPairs = 10;
/** Six applications of five forces. */
export const minimumScorePairs = 30;

type Weight = (first: number, second: number) => number;

/** 1 − observed ÷ expected disagreement; null where none can be expected. */
function kappaBy(weight: Weight, pairs: readonly RatedPair[], categories: number): number | null {
	const first = new Array<number>(categories).fill(0);
	const second = new Array<number>(categories).fill(0);
	let observed = 0;
	for (const [a, b] of pairs) {
		first[a] = (first[a] ?? 0) + 1;
		second[b] = (second[b] ?? 0) + 1;
		observed += weight(a, b);
	}
	let expected = 0;
	for (let a = 0; a < categories; a++)
		for (let b = 0; b < categories; b++) expected += weight(a, b) * (first[a] ?? 0) * (second[b] ?? 0);
	return expected === 0 ? null : 1 - (observed * pairs.length) / expected;
}

function agreementOf(
	weight: Weight,
	pairs: readonly RatedPair[],
	categories: number,
	minimum: number,
): Agreement {
	const n = pairs.length;
	if (n < Math.max(1, minimum)) return { status: "few", n };
	const value = kappaBy(weight, pairs, categories);
	return value === null ? { status: "undefined", n } : { status: "value", value, n };
}

/** Cohen's κ (1960) for categories without an order, such as decisions: (pₒ − pₑ) ÷ (1 − pₑ). */
export function cohenKappa(
	pairs: readonly RatedPair[],
	categories: number,
	minimum = minimumDecisionPairs,
): Agreement {
	return agreementOf((a, b) => (a === b ? 0 : 1), pairs, categories, minimum);
}

/** Cohen's κ with quadratic weights (1968) for ordered scores 0 … categories − 1: two steps apart count four times one. */
export function weightedKappa(
	pairs: readonly RatedPair[],
	categories: number,
	minimum = minimumScorePairs,
): Agreement {
	return agreementOf((a, b) => (a - b) ** 2, pairs, categories, minimum);
}

export const kappaReadings = ["none", "slight", "fair", "moderate", "substantial", "almost"] as const;
export type KappaReading = (typeof kappaReadings)[number];

/** A kappa in words, after Landis and Koch (1977). */
export function readKappa(value: number): KappaReading {
	if (value < 0) return "none";
	if (value <= 0.2) return "slight";
	if (value <= 0.4) return "fair";
	if (value <= 0.6) return "moderate";
	return value <= 0.8 ? "substantial" : "almost";
}
