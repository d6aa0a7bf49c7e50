import { normalCdf } from "@/lib/platform/statistics/normal";

/** Order values: log-normal with a mean (fen) and a coefficient of variation. */
export type OrderValues = { readonly mean: number; readonly cv: number };

/** What an order of value V costs where `from` ≤ V < `to`: base + slope × V, in fen. */
export type Piece = {
	readonly from: number;
	readonly to: number;
	readonly base: number;
	readonly slope: number;
};

/** First, second and third raw moments. */
export type Moments = readonly [number, number, number];

export function logNormalOf({ mean, cv }: OrderValues): { mu: number; sigma: number } {
	const sigma = Math.sqrt(Math.log(1 + cv * cv));
	return { mu: Math.log(mean) - (sigma * sigma) / 2, sigma };
}

/** E[Vᵏ; from ≤ V < to] of a log-normal V, in closed form. */
function partialMoment(values: OrderValues, k: number, from: number, to: number): number {
	const { mu, sigma } = logNormalOf(values);
	if (sigma === 0) return values.mean >= from && values.mean < to ? values.mean ** k : 0;
	const below = (bound: number) => {
		if (bound <= 0) return 0;
		return bound === Number.POSITIVE_INFINITY ? 1 : normalCdf((Math.log(bound) - mu) / sigma - k * sigma);
	};
	return Math.exp(k * mu + (k * k * sigma * sigma) / 2) * (below(to) - below(from));
}

/** The raw moments of a cost that is linear in the order's value piece by piece. */
export function momentsOf(pieces: readonly Piece[], values: OrderValues): Moments {
	const sums: [number, number, number] = [0, 0, 0];
	for (const { from, to, base: a, slope: b } of pieces) {
		const [m0, m1, m2, m3] = [0, 1, 2, 3].map((k) => partialMoment(values, k, from, to)) as [
			...[number, number, number, number],
		];
		sums[0] += a * m0 + b * m1;
		sums[1] += a * a * m0 + 2 * a * b * m1 + b * b * m2;
		sums[2] += a ** 3 * m0 + 3 * a * a * b * m1 + 3 * a * b * b * m2 + b ** 3 * m3;
	}
	return sums;
}

/** The cost of one order by its pieces. */
export function costAt(pieces: readonly Piece[], value: number): number {
	const piece = pieces.find(({ from, to }) => value >= from && value < to);
	return piece ? piece.base + piece.slope * value : 0;
}
