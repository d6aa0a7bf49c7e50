type Filter = Record<string, string | undefined> & { after?: string };

function withQuery(path: string, values: Filter): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
	return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * The neighbours of a page in a list paged by key: the filters stay, `after` moves on. Keys only lead forwards, so the
 * way back is the first page (the browser's own way back leads to the page before).
 */
export function pageHrefs(
	path: string,
	filter: Filter,
	next: string | null,
): { previousHref: string | null; nextHref: string | null } {
	return {
		previousHref: filter.after ? withQuery(path, { ...filter, after: undefined }) : null,
		nextHref: next ? withQuery(path, { ...filter, after: next }) : null,
	};
}
