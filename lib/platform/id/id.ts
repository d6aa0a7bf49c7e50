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

/**
 * A new identifier such as `usr_01k9…`: a prefix that names the kind, 48 bits of time so that ids sort by age,
 * and 80 random bits (the ULID layout, lower case).
 */
export function newId(prefix: string): string {
	const time = encodeBase32(BigInt(Date.now()), 10);
	const random = encodeBase32(BigInt(`0x${randomBytes(10).toString("hex")}`), 16);
	return `${prefix}_${time}${random}`;
}
