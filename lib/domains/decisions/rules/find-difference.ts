import { compareText } from "@/lib/domains/decisions/rules/canonical-json";

/** The first place in which two JSON values are not the same; `path` such as `tiers[0].criteria[2].value`. */
export type Difference = { readonly path: string; readonly stated: unknown; readonly found: unknown };

/** Compares key by key in code-unit order, so that the first difference is the same on every machine. */
export function findDifference(stated: unknown, found: unknown, path = ""): Difference | null {
	if (Object.is(stated, found)) return null;
	if (!isBranch(stated) || !isBranch(found) || Array.isArray(stated) !== Array.isArray(found))
		return { path, stated, found };
	const keys = [...new Set([...Object.keys(stated), ...Object.keys(found)])];
	if (!Array.isArray(stated)) keys.sort(compareText);
	for (const key of keys) {
		const at = Array.isArray(stated) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
		const difference = findDifference(stated[key], found[key], at);
		if (difference) return difference;
	}
	return null;
}

function isBranch(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null;
}
