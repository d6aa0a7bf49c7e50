/**
 * Chance that an auditor repeats byte for byte: sfc32 (128 bits of state; Chris Doty-Humphrey, PractRand), begun from
 * four 32-bit FNV-1a sums of the seed's UTF-16 code units, the first twelve values thrown away. One stream per noun
 * (`"<seed>:common"`, `"<seed>:partner:<id>"`), so that no stream depends on how many others there are or on their order.
 */
export type Stream = () => number;

const OFFSETS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b] as const;

function fnv1a(text: string, offset: number): number {
	let sum = offset;
	for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
	return sum | 0;
}

/** Whole numbers in [0, 2³²), the same ones for the same seed. */
export function openStream(seed: string): Stream {
	let [a, b, c, d] = OFFSETS.map((offset) => fnv1a(seed, offset | 0)) as [number, number, number, number];
	const next = () => {
		const sum = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return sum >>> 0;
	};
	for (let index = 0; index < 12; index++) next();
	return next;
}

/** Uniform in (0, 1), never an end of it. */
export function toUnit(value: number): number {
	return (value + 0.5) / 4_294_967_296;
}

/** A whole number in [0, bound), all equally likely (values past the last whole multiple are drawn again). */
function drawBelow(next: Stream, bound: number): number {
	const limit = 4_294_967_296 - (4_294_967_296 % bound);
	let value = next();
	while (value >= limit) value = next();
	return value % bound;
}

/** The same things in an order drawn from the stream (Fisher–Yates); the given array stays as it is. */
export function shuffle<T>(next: Stream, things: readonly T[]): T[] {
	const order = [...things];
	for (let at = order.length - 1; at > 0; at--) {
		const other = drawBelow(next, at + 1);
		[order[at], order[other]] = [order[other] as T, order[at] as T];
	}
	return order;
}
