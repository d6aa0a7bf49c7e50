import type { Piece } from "@/lib/domains/trust/rules/stress/piecewise";
import type { TenfoldPolicy } from "@/lib/domains/trust/types/policy";

const everywhere = { from: 0, to: Number.POSITIVE_INFINITY };

/** The same for every order. */
export function flat(fen: number): Piece[] {
	return [{ ...everywhere, base: fen, slope: 0 }];
}

/** The order's value up to a ceiling. */
export function capped(ceilingFen: number): Piece[] {
	return [
		{ from: 0, to: ceilingFen, base: 0, slope: 1 },
		{ from: ceilingFen, to: Number.POSITIVE_INFINITY, base: ceilingFen, slope: 0 },
	];
}

type Line = { readonly base: number; readonly slope: number };

/** The largest of some lines, as pieces: what 假一赔十 pays is the larger of a promise and the law's floor. */
export function largestOf(lines: readonly Line[]): Piece[] {
	const crossings = lines.flatMap((one) =>
		lines.flatMap((other) =>
			one.slope > other.slope && other.base > one.base
				? [(other.base - one.base) / (one.slope - other.slope)]
				: [],
		),
	);
	const bounds = [0, ...new Set(crossings.sort((a, b) => a - b)), Number.POSITIVE_INFINITY];
	return bounds.slice(0, -1).map((from, index) => {
		const to = bounds[index + 1] ?? Number.POSITIVE_INFINITY;
		const at = to === Number.POSITIVE_INFINITY ? from + 1 : (from + to) / 2;
		const best = lines.reduce((a, b) => (b.base + b.slope * at > a.base + a.slope * at ? b : a));
		return { from, to, ...best };
	});
}

/** What a counterfeit costs: the promise against the floor, as `workTenfold` pays it (no freight in the base). */
export function tenfoldPieces(policy: TenfoldPolicy, isFood: boolean): Piece[] {
	const [times, least] = isFood
		? [policy.foodFloorTimes, policy.foodFloorLeastFen]
		: [policy.goodsFloorTimes, policy.goodsFloorLeastFen];
	return largestOf([
		{ base: 0, slope: policy.multiplier + (policy.includesRefund ? 0 : 1) },
		{ base: 0, slope: 1 + times },
		{ base: least, slope: 1 },
	]);
}
