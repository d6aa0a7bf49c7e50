/** Left out of names on both sides of a comparison, as the database's `search_text` leaves them out. */
const unsaid = /[\s()[\]{}<>·・\-_,.;:'"、。,;:“”‘’《》【】]/gu;

export type QueueSearch = {
	/** Parts of names, each of which has to be found: normalised, without punctuation. */
	readonly terms: readonly string[];
	/** Characters and pairs of neighbours the index is asked for. */
	readonly grams: readonly string[];
	/** The start of a code (USCC, number, phone); null for what cannot be one. */
	readonly prefix: string | null;
	/** The last digits of an application's number. */
	readonly tail: string | null;
};

function gramsOf(term: string): string[] {
	const letters = [...term];
	if (letters.length === 1) return letters;
	return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/**
 * What to look for, from what was typed: words between spaces must all be found in the names of the company and its
 * contact; letters and digits may also begin a code. Null when nothing is left to look for.
 */
export function readQueueSearch(typed: string): QueueSearch | null {
	const text = typed.normalize("NFKC");
	const terms = text
		.split(/\s+/u)
		.map((term) => lowerAscii(term.replace(unsaid, "")))
		.filter((term) => term !== "");
	const code = text.replace(/\s/gu, "").toUpperCase();
	const prefix = /^[0-9A-Z-]+$/.test(code) ? code : null;
	if (terms.length === 0 && prefix === null) return null;
	const grams = [...new Set(terms.flatMap(gramsOf))];
	return { terms, grams, prefix, tail: /^\d{1,6}$/.test(code) ? code.padStart(6, "0") : null };
}

/** Like the database's `lower(… COLLATE "C")`: what both sides do alike on every machine. */
function lowerAscii(text: string): string {
	return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether the grams alone decide: a term of one or two characters is a gram itself. */
export function isDecidedByGrams(term: string): boolean {
	return [...term].length <= 2;
}
