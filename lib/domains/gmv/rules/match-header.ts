import { columnNames, foldName, showColumn } from "@/lib/domains/gmv/rules/file-names";
import type { FailureCode, Layout } from "@/lib/domains/gmv/types";

export type FeedColumns = { required: readonly string[]; optional: readonly string[] };
export type MatchedHeader =
	| { ok: true; layout: Layout }
	| { ok: false; code: FailureCode; columns: readonly string[] };

/** Where a column stands; its own name goes before its other names, so that a second id of the sender's is passed over. */
function findPositions(names: readonly string[], column: string): number[] {
	const at = (wanted: readonly string[]) =>
		names.flatMap((name, position) => (wanted.includes(name) ? [position] : []));
	const own = at([column]);
	return own.length > 0 ? own : at(columnNames[column] ?? []);
}

/**
 * Finds a feed's columns in a header by their own or their Chinese names, in any order, case and width; columns it does
 * not know are passed over.
 */
export function matchHeader(header: readonly string[], feed: FeedColumns): MatchedHeader {
	const names = header.map(foldName);
	if (names.some((name) => /[\0\uFFFD]/.test(name))) return { ok: false, code: "FILE_NOT_TEXT", columns: [] };
	const columns = [...feed.required, ...feed.optional];
	const found = columns.map((column) => findPositions(names, column));
	const twice = found.filter((positions) => positions.length > 1);
	if (twice.length > 0) {
		const shown = twice.map((positions) => positions.map((at) => header[at]?.trim()).join(" + "));
		return { ok: false, code: "HEADER_COLUMN_TWICE", columns: shown };
	}
	const missing = feed.required.filter((_, index) => found[index]?.length === 0);
	if (missing.length > 0)
		return { ok: false, code: "HEADER_COLUMN_MISSING", columns: missing.map(showColumn) };
	const positions = found.map(([position = -1]) => position);
	const titles = columns.map((column, index) => header[positions[index] ?? -1]?.trim() || column);
	return { ok: true, layout: { columns, titles, positions, width: header.length } };
}

/** A record with as many fields as the header, or why not. */
export function checkWidth(
	fields: readonly string[],
	layout: Layout,
): "FIELDS_TOO_FEW" | "FIELDS_TOO_MANY" | null {
	if (fields.length === layout.width) return null;
	return fields.length < layout.width ? "FIELDS_TOO_FEW" : "FIELDS_TOO_MANY";
}
