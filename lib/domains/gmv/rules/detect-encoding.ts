export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
export type Encoding = (typeof encodings)[number];

/** As people write them; the same in every language. */
export const encodingNames: Record<Encoding, string> = {
	"utf-8": "UTF-8",
	"utf-16le": "UTF-16LE",
	"utf-16be": "UTF-16BE",
	gb18030: "GB18030",
};

const marks: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
	{ encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
	{ encoding: "utf-16le", bytes: [0xff, 0xfe] },
	{ encoding: "utf-16be", bytes: [0xfe, 0xff] },
	{ encoding: "gb18030", bytes: [0x84, 0x31, 0x95, 0x33] },
];
/** No byte order mark is longer. */
export const longestMark = 4;

export function findByteOrderMark(bytes: Uint8Array): Encoding | null {
	return marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.encoding ?? null;
}

/**
 * The encoding of text from bytes that are not ASCII alone; its last character may be cut. Valid UTF-8 is UTF-8, and so is
 * UTF-8 with damage in it: to refuse some lines is better than to garble all. GB18030 is what hardly breaks as such;
 * what is neither counts as UTF-8, whose check refuses it.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
	const asUtf8 = tryEncoding("utf-8", bytes);
	if (asUtf8.wide >= asUtf8.broken) return "utf-8";
	// In a longer text of GB18030 one in ten looks like UTF-8 at the most.
	if (asUtf8.wide >= 8 && asUtf8.wide * 4 >= asUtf8.broken) return "utf-8";
	const asGb = tryEncoding("gb18030", bytes);
	return asGb.broken * 20 <= asGb.wide ? "gb18030" : "utf-8";
}

/** How many characters only the right encoding makes likely, and how many bytes it cannot read. */
function tryEncoding(encoding: Encoding, bytes: Uint8Array): { wide: number; broken: number } {
	const text = new TextDecoder(encoding).decode(bytes, { stream: true });
	let wide = 0;
	let broken = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0xfffd) broken += 1;
		else if (code >= 0x800) wide += 1;
	}
	return { wide, broken };
}
