import { PAGE_SIZE } from "@/lib/domains/partnership/constants";

/** The address of a list: only what differs from its first page. */
export function listHref(path: string, query: { tab?: string; q?: string; page?: number }): string {
	const search = new URLSearchParams();
	if (query.tab) search.set("tab", query.tab);
	if (query.q) search.set("q", query.q);
	if (query.page && query.page > 1) search.set("page", String(query.page));
	return search.size > 0 ? `${path}?${search}` : path;
}

/** The neighbouring pages of a list. */
export function neighbours(path: string, query: { tab?: string; q: string; page: number }, total: number) {
	return {
		total,
		previousHref: query.page > 1 ? listHref(path, { ...query, page: query.page - 1 }) : null,
		nextHref: query.page * PAGE_SIZE < total ? listHref(path, { ...query, page: query.page + 1 }) : null,
	};
}
