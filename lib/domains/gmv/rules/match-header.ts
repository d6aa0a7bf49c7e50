import type { FailureCode, Layout } from "@/lib/domains/gmv/types";

export type FeedColumns = { required: readonly string[]; optional: readonly string[] };
export type MatchedHeader =
	| { ok: true; layout: Layout }
	| { ok: false; code: FailureCode; columns: readonly string[] };

/** Finds a feed's columns in a header by name, in any order and case; columns it does not know are passed over. */
export function matchHeader(header: readonly string[], feed: FeedColumns): MatchedHeader {
	const names = header.map((name) => name.trim().toLowerCase());
	if (names.some((name) => /[\0\uFFFD]/.test(name))) return { ok: false, code: "FILE_NOT_TEXT", columns: [] };
	const columns = [...feed.required, ...feed.optional];
	const twice = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
	if (twice.length > 0) return { ok: false, code: "HEADER_COLUMN_TWICE", columns: twice };
	const missing = feed.required.filter((column) => !names.includes(column));
	if (missing.length > 0) return { ok: false, code: "HEADER_COLUMN_MISSING", columns: missing };
	return {
		ok: true,
		layout: { columns, positions: columns.map((column) => names.indexOf(column)), width: header.length },
	};
}

/** A record with as many fields as the header, or why not. */
export function checkWidth(
	fields: readonly string[],
	layout: Layout,
): "FIELDS_TOO_FEW" | "FIELDS_TOO_MANY" | null {
	if (fields.length === layout.width) return null;
	return fields.length < layout.width ? "FIELDS_TOO_FEW" : "FIELDS_TOO_MANY";
}
