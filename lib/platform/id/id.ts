import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function encodeBase32(value: bigint, length: number): string {
	let rest = value;
	let text = "";
	for (let index = 0; index < length; index++) {
		text = ALPHABET.charAt(Number(rest & 31n)) + text;
		rest >>= 5n;
	}
	return text;
}

let last = { time: 0, random: 0n };

/**
 * A new identifier such as `usr_01k9…`: a prefix that names the kind, 48 bits of time so that ids sort by age, and
 * 80 random bits (the ULID layout, lower case). Those of one process always rise: within a millisecond, or when the
 * clock is set back, the next id is the last one plus one.
 */
export function newId(prefix: string): string {
	const time = Date.now();
	last =
		time > last.time
			? { time, random: BigInt(`0x${randomBytes(10).toString("hex")}`) }
			: { time: last.time, random: last.random + 1n };
	return `${prefix}_${encodeBase32(BigInt(last.time), 10)}${encodeBase32(last.random, 16)}`;
}
