/** What a marker gives for each criterion of the rubric, 0 to its maximum. */
export type RubricScores = Readonly<Record<string, number>>;

export type RubricCriterion = { readonly code: string; readonly max: number };

/** Two markers who differ by more than this share of the whole, or about passing, call for a third. */
export const DISAGREEMENT_BPS = 1_500;

export type PracticalResult =
	| { readonly state: "WAITING"; readonly markers: number }
	| { readonly state: "THIRD_NEEDED"; readonly totals: readonly [number, number] }
	| { readonly state: "DONE"; readonly halves: number; readonly passed: boolean };

export function totalOf(rubric: readonly RubricCriterion[], scores: RubricScores): number {
	return rubric.reduce((sum, { code }) => sum + (scores[code] ?? 0), 0);
}

/**
 * The result of a practical part from its markers' totals, in the order they were given: the mean of two who agree; with
 * a third, the mean of the two nearest each other, the higher pair of equally near ones. `halves` is twice the score.
 */
export function settlePractical(
	totals: readonly number[],
	{ of, passBps }: { of: number; passBps: number },
): PracticalResult {
	const [first, second, third] = totals;
	if (first === undefined || second === undefined) return { state: "WAITING", markers: totals.length };
	const done = (halves: number): PracticalResult => ({
		state: "DONE",
		halves,
		passed: halves * 10_000 >= 2 * passBps * of,
	});
	if (third === undefined) {
		const isPass = (total: number) => total * 10_000 >= passBps * of;
		const differs = Math.abs(first - second) * 10_000 > DISAGREEMENT_BPS * of;
		if (differs || isPass(first) !== isPass(second))
			return { state: "THIRD_NEEDED", totals: [first, second] };
		return done(first + second);
	}
	const [low, middle, high] = [first, second, third].sort((a, b) => a - b) as [number, number, number];
	return done(high - middle <= middle - low ? high + middle : middle + low);
}
