/** Chance that repeats itself: the same seed gives the same values on every machine. */
export type Random = {
	/** [0, 1) */
	unit(): number;
	between(low: number, high: number): number;
	/** Both ends belong to it. */
	int(low: number, high: number): number;
	chance(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
	weighted<T>(items: readonly (readonly [T, number])[]): T;
	/** Mean 0, standard deviation 1, never beyond ±3.47. */
	normal(): number;
	shuffle<T>(items: readonly T[]): T[];
	text(alphabet: string, length: number): string;
};

function hashSeed(seed: string): [number, number, number, number] {
	let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
	for (let index = 0; index < seed.length; index++) {
		const code = seed.charCodeAt(index);
		a = b ^ Math.imul(a ^ code, 597399067);
		b = c ^ Math.imul(b ^ code, 2869860233);
		c = d ^ Math.imul(c ^ code, 951274213);
		d = a ^ Math.imul(d ^ code, 2716044179);
	}
	return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** sfc32: 128 bits of state, passes PractRand, four additions a number. */
function createGenerator(seed: string): () => number {
	let [a, b, c, d] = hashSeed(seed);
	const next = () => {
		const sum = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4294967296;
	};
	for (let index = 0; index < 12; index++) next();
	return next;
}

/** One stream per noun (`createRandom("shops")`), so that a change to one leaves the others as they were. */
export function createRandom(seed: string): Random {
	const unit = createGenerator(`windmaker:${seed}`);
	const int = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
	const pick = <T>(items: readonly T[]): T => {
		if (items.length === 0) throw new Error("NOTHING_TO_PICK");
		return items[int(0, items.length - 1)] as T;
	};
	const weighted = <T>(items: readonly (readonly [T, number])[]): T => {
		let rest = unit() * items.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [item, weight] of items) {
			rest -= weight;
			if (rest < 0) return item;
		}
		return pick(items)[0];
	};
	const shuffle = <T>(items: readonly T[]): T[] => {
		const shuffled = [...items];
		for (let index = shuffled.length - 1; index > 0; index--) {
			const other = int(0, index);
			[shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T];
		}
		return shuffled;
	};
	return {
		unit,
		between: (low, high) => low + unit() * (high - low),
		int,
		chance: (probability) => unit() < probability,
		pick,
		weighted,
		normal: () => (unit() + unit() + unit() + unit() - 2) * 1.7320508,
		shuffle,
		text: (alphabet, length) =>
			Array.from({ length }, () => alphabet.charAt(int(0, alphabet.length - 1))).join(""),
	};
}
