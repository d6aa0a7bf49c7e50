/** One mark for what is about to be sent: sent twice, it has one effect. */
export function newKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
		byte.toString(16).padStart(2, "0"),
	).join("");
}
