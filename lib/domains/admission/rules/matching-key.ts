/** What two spellings of a name or an address have in common: width, case, spaces and punctuation left out. */
export function matchingKey(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\s\p{P}\p{S}]/gu, "");
}
