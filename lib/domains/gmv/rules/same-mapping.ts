/** The same whatever the order of keys: the database keeps objects in an order of its own. */
function settle(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(settle);
	if (value === null || typeof value !== "object") return value;
	return Object.entries(value)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, part]) => [key, settle(part)]);
}

/** Whether two mappings, or anything of plain data, say the same. */
export function isSameMapping(one: unknown, other: unknown): boolean {
	return JSON.stringify(settle(one)) === JSON.stringify(settle(other));
}
