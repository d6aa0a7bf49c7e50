import type { Random } from "./random";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** An identifier in the layout of `lib/platform/id` whose time and chance come in, so that a second load makes the same. */
export function demoId(prefix: string, at: Date, random: Random): string {
	let rest = BigInt(at.getTime());
	let time = "";
	for (let index = 0; index < 10; index++) {
		time = ALPHABET.charAt(Number(rest & 31n)) + time;
		rest >>= 5n;
	}
	return `${prefix}_${time}${random.text(ALPHABET, 16)}`;
}
