/** One side of a comparison; `run` does one round and answers its figure. */
export type Contender = { name: string; run(): Promise<number> };

export type Comparison = {
	row: string;
	unit: string;
	ours: Contender;
	reference: Contender;
	rounds: number;
	/** Rounds before them that do not count: one unless said. */
	warmUps?: number;
	/** The ratio the row is held to, where one is set. */
	target?: { min?: number; max?: number };
};

export type Measured = {
	row: string;
	unit: string;
	ours: number;
	reference: number;
	/** Median of the rounds' own ratios: what the machine does in a round, it does to both. */
	ratio: number;
	rounds: { ours: number; reference: number }[];
	target?: Comparison["target"];
	met: boolean | null;
};

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Runs both sides in turn, the first of a round changing, after a round to warm up that does not count. */
export async function compare(
	comparison: Comparison,
	onRound: (round: number) => void = () => {},
): Promise<Measured> {
	const { ours, reference, rounds, warmUps = 1, target } = comparison;
	const results: Measured["rounds"] = [];
	for (let round = 1 - warmUps; round <= rounds; round++) {
		const figures = { ours: 0, reference: 0 };
		for (const side of round % 2 === 0 ? (["ours", "reference"] as const) : (["reference", "ours"] as const))
			figures[side] = await (side === "ours" ? ours : reference).run();
		if (round > 0) results.push(figures);
		onRound(round);
	}
	const ratio = median(results.map((result) => result.ours / result.reference));
	return {
		row: comparison.row,
		unit: comparison.unit,
		ours: median(results.map((result) => result.ours)),
		reference: median(results.map((result) => result.reference)),
		ratio,
		rounds: results,
		target,
		met: target ? ratio >= (target.min ?? 0) && ratio <= (target.max ?? Number.POSITIVE_INFINITY) : null,
	};
}
