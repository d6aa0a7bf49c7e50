/** The cookie that keeps which columns of a table a reader wants to see. */
export function columnsCookie(table: string): string {
	return `columns-${table}`;
}

/** The columns chosen, in the table's own order; without a choice all of them, and one that no longer exists is passed over. */
export function parseColumns<C extends string>(cookie: string | undefined, all: readonly C[]): C[] {
	if (cookie === undefined) return [...all];
	const chosen = cookie.split(".");
	return all.filter((column) => chosen.includes(column));
}
