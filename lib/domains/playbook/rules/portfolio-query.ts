import type { portfolioSorts } from "@/lib/domains/playbook/constants/portfolio";
import type { PortfolioFilter } from "@/lib/domains/playbook/schema";

export type PortfolioSort = (typeof portfolioSorts)[number];
/** The row a page ends or begins with: its value in the column of the order, null where it has none, and its id. */
export type PortfolioCursor = { readonly value: string | null; readonly id: string };

/** What is asked first of a column: the longest stuck, the first name, the biggest figure. */
const firstOrders: Record<PortfolioSort, "asc" | "desc"> = {
	stuck: "asc",
	name: "asc",
	step: "asc",
	net: "desc",
	growth: "desc",
	manager: "asc",
};

const valueForms: Record<PortfolioSort, RegExp> = {
	stuck: /^\d{4}-\d\d-\d\d$/,
	name: /^[^\0]*$/s,
	step: /^[1-5]$/,
	net: /^-?\d{1,18}$/,
	growth: /^-?\d{1,18}$/,
	manager: /^[^\0]*$/s,
};

export function orderOf({ sort, order }: Pick<PortfolioFilter, "sort" | "order">): "asc" | "desc" {
	return order || firstOrders[sort];
}

export function formatCursor({ value, id }: PortfolioCursor): string {
	return value === null ? `-~${id}` : `v${value}~${id}`;
}

/** Null for what no list of this order has written. */
export function parseCursor(sort: PortfolioSort, text: string): PortfolioCursor | null {
	const match = /^(?:-|v(.*))~([\w-]{1,64})$/s.exec(text);
	if (!match?.[2]) return null;
	const [, value = null, id] = match;
	if (value === null) return { value, id };
	return valueForms[sort].test(value) && (sort !== "stuck" || !Number.isNaN(Date.parse(value)))
		? { value, id }
		: null;
}

const filterNames = ["q", "kind", "manager", "step", "state"] as const;

/** How many filters are in force. */
export function countPortfolioFilters(filter: PortfolioFilter): number {
	return filterNames.filter((name) => filter[name] !== "").length;
}

type Change = Partial<Pick<PortfolioFilter, "sort" | "order">> & {
	after?: PortfolioCursor;
	before?: PortfolioCursor;
};

/** The address's query of the same list, changed; without a cursor it is the first page. What is usual is left out. */
export function portfolioQuery(filter: PortfolioFilter, change: Change = {}): Record<string, string> {
	const { sort, order } = { ...filter, ...change };
	const query: Record<string, string> = {};
	for (const name of filterNames) if (filter[name]) query[name] = filter[name];
	if (sort !== "stuck") query.sort = sort;
	if (order && order !== firstOrders[sort]) query.order = order;
	if (change.after) query.after = formatCursor(change.after);
	if (change.before) query.before = formatCursor(change.before);
	return query;
}

/** A column's head pressed: its own order first, turned round when it was the order already. */
export function turnedQuery(filter: PortfolioFilter, sort: PortfolioSort): Record<string, string> {
	const turned = orderOf(filter) === "asc" ? "desc" : "asc";
	return portfolioQuery(filter, { sort, order: filter.sort === sort ? turned : "" });
}
