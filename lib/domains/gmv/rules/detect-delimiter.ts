import { maxRecordChars } from "@/lib/domains/gmv/constants";

export const delimiters = [",", "\t", ";"] as const;
export type Delimiter = (typeof delimiters)[number];

/** As a message shows them; the same in every language. */
export const delimiterNames: Record<Delimiter, string> = { ",": ",", "\t": "TAB", ";": ";" };

/** The first line that is not blank; null while it may still go on. `last`: no more text follows. */
export function findHeaderLine(text: string, last: boolean): string | null {
	const from = text.search(/[^\r\n]/);
	const end = from < 0 ? -1 : text.indexOf("\n", from);
	if (end < 0) return last || text.length > maxRecordChars ? text.slice(Math.max(from, 0)) : null;
	return text.slice(from, end);
}

/** What stands most often in the header outside of quotes; the comma where none does or two stand equally often. */
export function detectDelimiter(header: string): Delimiter {
	const counts = { ",": 0, "\t": 0, ";": 0 };
	let isQuoted = false;
	for (const sign of header) {
		if (sign === '"') isQuoted = !isQuoted;
		else if (!isQuoted && (sign === "," || sign === "\t" || sign === ";")) counts[sign] += 1;
	}
	return delimiters.reduce((most, sign) => (counts[sign] > counts[most] ? sign : most), ",");
}
