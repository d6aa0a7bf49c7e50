/** Two papers of one window may differ by so much in the score to be expected, as a share of all points. */
export const FAIR_TOLERANCE = 0.03;

export type PaperDifficulty = {
	readonly sittingId: string;
	/** Mean share of right answers its questions have had from everybody, 0 to 1. */
	readonly expected: number;
};

export type Fairness = {
	readonly papers: number;
	readonly mean: number;
	readonly easiest: PaperDifficulty;
	readonly hardest: PaperDifficulty;
	/** Papers further than the tolerance from the mean of all, the furthest first. */
	readonly outside: readonly PaperDifficulty[];
	readonly isFair: boolean;
};

/**
 * Whether chance drew equal papers: what the mean candidate would score on each. Every question counts with the share of
 * right answers of all who had it; null while no paper has a question that is known.
 */
export function compareDraws(
	papers: readonly { readonly sittingId: string; readonly difficulties: readonly number[] }[],
): Fairness | null {
	const known = papers
		.filter(({ difficulties }) => difficulties.length > 0)
		.map(({ sittingId, difficulties }) => ({
			sittingId,
			expected: difficulties.reduce((sum, value) => sum + value, 0) / difficulties.length,
		}))
		.sort((a, b) => a.expected - b.expected || (a.sittingId < b.sittingId ? -1 : 1));
	const hardest = known[0];
	const easiest = known.at(-1);
	if (!hardest || !easiest) return null;
	const mean = known.reduce((sum, { expected }) => sum + expected, 0) / known.length;
	// In whole millionths, so that what lies on the line lies on it in binary, too.
	const distance = ({ expected }: PaperDifficulty) => Math.round(Math.abs(expected - mean) * 1e6);
	const outside = known
		.filter((paper) => distance(paper) > FAIR_TOLERANCE * 1e6)
		.sort((a, b) => distance(b) - distance(a));
	return { papers: known.length, mean, easiest, hardest, outside, isFair: outside.length === 0 };
}
