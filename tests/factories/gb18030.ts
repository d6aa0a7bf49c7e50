const pairs = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead++)
	for (let trail = 0x40; trail <= 0xfe; trail++) {
		const character = decoder.decode(Uint8Array.of(lead, trail));
		if (trail !== 0x7f && character.length === 1 && !pairs.has(character))
			pairs.set(character, [lead, trail]);
	}

/** Text of ASCII and two-byte characters as GB18030, made with the decoder turned around. */
export function toGb18030(text: string): Buffer {
	return Buffer.from(
		[...text].flatMap((character) => {
			const pair = pairs.get(character);
			if (pair) return [...pair];
			const code = character.codePointAt(0) ?? 0;
			if (code > 127) throw new RangeError(`${character} is no two-byte character`);
			return [code];
		}),
	);
}
