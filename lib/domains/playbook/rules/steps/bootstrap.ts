/** Mulberry32: the same seed, the same draws, on every machine. */
function createDraws(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** FNV-1a of what the interval is of, so that a page shows the same one every time. */
export function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
	return hash;
}

function drawPoisson(draw: () => number): number {
	const limit = Math.exp(-1);
	let count = 0;
	for (let product = draw(); product > limit; product *= draw()) count += 1;
	return count;
}

function resample(amounts: readonly bigint[], draw: () => number): bigint {
	let sum = 0n;
	for (const amount of amounts) sum += amount * BigInt(drawPoisson(draw));
	return sum;
}

export type Interval = {
	readonly lowHundredths: number;
	readonly highHundredths: number;
	readonly rounds: number;
};

/**
 * 95% interval of a burst coefficient by a Poisson bootstrap over the single sales: every round counts each sale of the best
 * week 0, 1, 2 … times, so that how many there are is as uncertain as what they came to. The baseline stands as it is.
 * @param weekAmounts fen of every distribution sale of the best week
 * @returns null without sales or without a baseline
 */
export function findBurstInterval(
	weekAmounts: readonly bigint[],
	baselineEighths: bigint | null,
	seed: number,
	rounds = 1000,
): Interval | null {
	if (weekAmounts.length === 0 || baselineEighths === null || baselineEighths <= 0n) return null;
	const draw = createDraws(seed);
	const values = Array.from({ length: rounds }, () =>
		Number((resample(weekAmounts, draw) * 800n) / baselineEighths),
	).sort((a, b) => a - b);
	const at = (share: number) => values[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0;
	return { lowHundredths: at(0.025), highHundredths: at(0.975), rounds };
}
