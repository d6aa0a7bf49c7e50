/** A field two windows changed to different values; `path` is dotted, such as `company.uscc`. */
export type DraftConflict = { path: string; mine: unknown; theirs: unknown };

type Plain = { readonly [key: string]: unknown };

function isPlain(value: unknown): value is Plain {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isSameDraft(a: unknown, b: unknown): boolean {
	return canonical(a) === canonical(b);
}

/** JSON with keys in order: a document that went through jsonb comes back with its keys sorted otherwise. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) =>
		isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
	);
}

function mergeValue(
	base: unknown,
	mine: unknown,
	theirs: unknown,
	path: string,
	conflicts: DraftConflict[],
): unknown {
	if (isSameDraft(mine, theirs) || isSameDraft(theirs, base)) return mine;
	if (isSameDraft(mine, base)) return theirs;
	if (isPlain(mine) && isPlain(theirs)) {
		const from = isPlain(base) ? base : {};
		const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
		return Object.fromEntries(
			keys.map((key) => [
				key,
				mergeValue(from[key], mine[key], theirs[key], path ? `${path}.${key}` : key, conflicts),
			]),
		);
	}
	conflicts.push({ path, mine, theirs });
	return mine;
}

/**
 * Joins two descendants of the same draft: what only one side changed is taken from it, what both changed alike is
 * kept, and a field changed to two different values is a conflict, for a person to choose (`merged` holds mine until
 * then). Lists count as one field.
 */
export function mergeDrafts<Draft>(
	base: Draft,
	mine: Draft,
	theirs: Draft,
): { merged: Draft; conflicts: DraftConflict[] } {
	const conflicts: DraftConflict[] = [];
	return { merged: mergeValue(base, mine, theirs, "", conflicts) as Draft, conflicts };
}

/** A copy of the draft with the value at a dotted path replaced. */
export function replaceAt<Draft>(draft: Draft, path: string, value: unknown): Draft {
	return replaceIn(draft, path.split("."), value) as Draft;
}

function replaceIn(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
	if (key === undefined) return value;
	const plain = isPlain(target) ? target : {};
	return { ...plain, [key]: replaceIn(plain[key], rest, value) };
}

/** Dotted paths of the fields in which two drafts differ. */
export function changedPaths(before: unknown, after: unknown, path = ""): string[] {
	if (isSameDraft(before, after)) return [];
	if (!isPlain(before) || !isPlain(after)) return [path];
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return keys.flatMap((key) => changedPaths(before[key], after[key], path ? `${path}.${key}` : key));
}
