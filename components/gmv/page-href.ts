type Values = Record<string, string | number | undefined>;

/** Addresses of the neighbouring pages of a numbered list, filters kept and defaults left out. */
export function numberedPageHrefs(
	path: string,
	filter: Values & { page: number },
	total: number,
	size: number,
) {
	const { page, ...rest } = filter;
	const hrefOf = (number: number) => withQuery(path, { ...rest, page: number > 1 ? number : undefined });
	return {
		previousHref: page > 1 ? hrefOf(page - 1) : null,
		nextHref: page * size < total ? hrefOf(page + 1) : null,
	};
}

export function withQuery(path: string, values: Values): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		if (value !== undefined && value !== "") search.set(name, String(value));
	return search.size > 0 ? `${path}?${search}` : path;
}
