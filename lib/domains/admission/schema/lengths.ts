/** How many characters the fields of the form may have, as the form and its messages tell it. */
export const textLengths = {
	"company.name": 100,
	"company.legalRepresentative": 50,
	"company.region": 50,
	"company.address": 200,
	"people.contactName": 50,
	"people.contactEmail": 254,
	statement: 2_000,
} as const;

/** The length a field's message names. */
export function longestOf(path: string): number {
	if (path.endsWith(".statement")) return textLengths.statement;
	return Object.entries(textLengths).find(([field]) => field === path)?.[1] ?? 100;
}
