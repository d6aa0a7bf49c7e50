/**
 * JSON in one form only: keys in code-unit order, no blanks, integers only. Equal documents give equal bytes, whatever
 * order a database or a person put the keys in; this is the text that hashes are taken of.
 * Throws `NOT_CANONICAL` on what JSON cannot hold exactly (undefined, bigint, fractions, NaN).
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
	if (typeof value === "number" && Number.isSafeInteger(value)) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (typeof value !== "object") throw new Error("NOT_CANONICAL");
	const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
	return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

/** Order by UTF-16 code units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
