/** One sitting's answer to a question. `rest` is its score on the rest of the paper, a share of 0 to 1. */
export type Response = {
	readonly correct: boolean;
	readonly rest: number;
	/** Positions in the question itself; empty where unanswered. */
	readonly chosen: readonly number[];
};

export type ItemFlag = "TOO_EASY" | "TOO_HARD" | "WEAK" | "MISLEADING" | "DEAD_OPTION";

export type ItemStatistics = {
	readonly sittings: number;
	/** Share of right answers, 0 to 1: the classical difficulty; null of no sittings. */
	readonly difficulty: number | null;
	/** Point-biserial correlation with the rest of the paper, −1 to 1; null where either never varies. */
	readonly discrimination: number | null;
	/** How often each option was chosen. */
	readonly chosen: readonly number[];
	/** Nothing is said below `MIN_SITTINGS`. */
	readonly flags: readonly ItemFlag[];
};

/** Fewer sittings than this say nothing of a question. */
export const MIN_SITTINGS = 30;
const EASY = 0.95;
const HARD = 0.2;
const WEAK = 0.15;

/**
 * What real sittings say of a question. Discrimination leaves the question itself out of the score it is compared with,
 * or a short paper would correlate with itself.
 */
export function computeItemStatistics(
	responses: readonly Response[],
	{ options, key }: { options: number; key: readonly number[] },
): ItemStatistics {
	const sittings = responses.length;
	const chosen = Array.from(
		{ length: options },
		(_, option) => responses.filter((response) => response.chosen.includes(option)).length,
	);
	const right = responses.filter(({ correct }) => correct).length;
	const difficulty = sittings === 0 ? null : right / sittings;
	const discrimination = pointBiserial(responses);
	const flags =
		difficulty === null || sittings < MIN_SITTINGS
			? []
			: flagItem({ difficulty, discrimination, chosen, key });
	return { sittings, difficulty, discrimination, chosen, flags };
}

function flagItem(found: {
	difficulty: number;
	discrimination: number | null;
	chosen: readonly number[];
	key: readonly number[];
}): ItemFlag[] {
	const { difficulty, discrimination, chosen, key } = found;
	const flags: ItemFlag[] = [];
	if (difficulty > EASY) flags.push("TOO_EASY");
	if (difficulty < HARD) flags.push("TOO_HARD");
	if (discrimination !== null && discrimination < 0) flags.push("MISLEADING");
	else if (discrimination !== null && discrimination < WEAK) flags.push("WEAK");
	const isOrdering = key.length === chosen.length && key.length > 0;
	if (!isOrdering && chosen.some((count, option) => count === 0 && !key.includes(option)))
		flags.push("DEAD_OPTION");
	return flags;
}

/** (mean of the right − mean of the wrong) ÷ standard deviation × √(p·q), over the whole of those who sat. */
export function pointBiserial(responses: readonly Pick<Response, "correct" | "rest">[]): number | null {
	const right = responses.filter(({ correct }) => correct).map(({ rest }) => rest);
	const wrong = responses.filter(({ correct }) => !correct).map(({ rest }) => rest);
	if (right.length === 0 || wrong.length === 0) return null;
	const all = responses.map(({ rest }) => rest);
	const mean = meanOf(all);
	const deviation = Math.sqrt(meanOf(all.map((rest) => (rest - mean) ** 2)));
	if (deviation === 0) return null;
	const share = right.length / all.length;
	return ((meanOf(right) - meanOf(wrong)) / deviation) * Math.sqrt(share * (1 - share));
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
