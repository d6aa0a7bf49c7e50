/** An exact fraction. `den` is always positive, so that order is decided by cross-multiplication. */
export type Ratio = { readonly num: bigint; readonly den: bigint };

export const ZERO: Ratio = { num: 0n, den: 1n };
export const ONE: Ratio = { num: 1n, den: 1n };

const DECIMAL = /^(-)?(\d+)(?:\.(\d+))?$/;

/** num ÷ den with a positive denominator, or null where the denominator is zero. */
export function makeRatio(num: bigint, den: bigint): Ratio | null {
	if (den === 0n) return null;
	return den < 0n ? { num: -num, den: -den } : { num, den };
}

/** "0.25" → 1/4 as 25/100. Throws `BAD_DECIMAL` on anything that is not a plain decimal. */
export function ratioFromDecimal(text: string): Ratio {
	const match = DECIMAL.exec(text);
	if (!match) throw new Error("BAD_DECIMAL");
	const [, minus, whole = "", fraction = ""] = match;
	const num = BigInt(whole + fraction);
	return { num: minus ? -num : num, den: 10n ** BigInt(fraction.length) };
}

/** -1, 0 or 1 as a is below, equal to or above b; no rounding anywhere. */
export function compareRatio(a: Ratio, b: Ratio): -1 | 0 | 1 {
	const left = a.num * b.den;
	const right = b.num * a.den;
	if (left === right) return 0;
	return left < right ? -1 : 1;
}

/** Doubles further apart than this part of themselves are of ratios in the same order: each is off by 2⁻⁵¹ of itself at most. */
const SURELY_APART = 2 ** -40;

/** Compares the ratios of a list by their places, exactly as `compareRatio` does, most of them by their nearest doubles alone. */
export function compareRatiosOf(values: readonly Ratio[]): (a: number, b: number) => number {
	const near = Float64Array.from(values, (value) => Number(value.num) / Number(value.den));
	return (a, b) => {
		const x = near[a] ?? 0;
		const y = near[b] ?? 0;
		if (Math.abs(x - y) > SURELY_APART * (Math.abs(x) + Math.abs(y))) return x < y ? -1 : 1;
		return compareRatio(values[a] ?? ZERO, values[b] ?? ZERO);
	};
}

export function addRatio(a: Ratio, b: Ratio): Ratio {
	if (a.den === b.den) return { num: a.num + b.num, den: a.den };
	return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function subtractRatio(a: Ratio, b: Ratio): Ratio {
	return addRatio(a, { num: -b.num, den: b.den });
}

export function scaleRatio(a: Ratio, factor: bigint): Ratio {
	return { num: a.num * factor, den: a.den };
}

/** Largest integer ≤ num/den, also below zero. `den` > 0. */
export function floorDiv(num: bigint, den: bigint): bigint {
	const quotient = num / den;
	return num % den < 0n ? quotient - 1n : quotient;
}

/** Smallest integer ≥ num/den, also below zero. `den` > 0. */
export function ceilDiv(num: bigint, den: bigint): bigint {
	return -floorDiv(-num, den);
}

/** Nearest integer; exactly half goes up, towards +∞ (2.5 → 3, −2.5 → −2). `den` > 0. */
export function roundHalfUp(num: bigint, den: bigint): bigint {
	return floorDiv(2n * num + den, 2n * den);
}

/** Decimal text with exactly `places` decimals, rounded half up: for screens, never for a comparison. */
export function ratioToDecimal(value: Ratio, places: number): string {
	const scaled = roundHalfUp(value.num * 10n ** BigInt(places), value.den);
	const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
	const whole = digits.slice(0, digits.length - places);
	const sign = scaled < 0n ? "-" : "";
	return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}
