import { expect, test } from "vitest";
import {
	countPortfolioFilters,
	formatCursor,
	parseCursor,
	portfolioQuery,
	turnedQuery,
} from "@/lib/domains/playbook/rules/portfolio-query";
import { portfolioFilterSchema } from "@/lib/domains/playbook/schema";

const filterOf = (query: Record<string, string>) => portfolioFilterSchema.parse(query);

test("a cursor is read as it was written, whatever the name holds, and nothing else is", () => {
	for (const value of ["听~风", "", "-", "v", null])
		expect(parseCursor("name", formatCursor({ value, id: "brd_1" }))).toEqual({ value, id: "brd_1" });
	expect(parseCursor("stuck", "v2026-02-03~brd_1")).toEqual({ value: "2026-02-03", id: "brd_1" });
	for (const text of ["", "brd_1", "v2026-13-99~brd_1", "v1~brd_1", "v2026-02-03~", "v2026-02-03~a b"])
		expect(parseCursor("stuck", text)).toBeNull();
	expect(parseCursor("net", "v1e9~brd_1")).toBeNull();
	expect(parseCursor("step", "v6~brd_1")).toBeNull();
});

test("an address keeps the filters and leaves out what is usual and where the page began", () => {
	const filter = filterOf({
		q: "风",
		state: "data",
		sort: "net",
		order: "desc",
		after: "v1~brd_1",
		kind: "?",
	});
	expect(portfolioQuery(filter)).toEqual({ q: "风", state: "data", sort: "net" });
	expect(countPortfolioFilters(filter)).toBe(2);
	expect(portfolioQuery(filter, { before: { value: null, id: "brd_2" } })).toMatchObject({
		before: "-~brd_2",
	});
	expect(portfolioQuery(filterOf({}))).toEqual({});
});

test("a head asks for its own order first and turns it round the second time", () => {
	expect(turnedQuery(filterOf({}), "net")).toEqual({ sort: "net" });
	expect(turnedQuery(filterOf({ sort: "net" }), "net")).toEqual({ sort: "net", order: "asc" });
	expect(turnedQuery(filterOf({ sort: "net", order: "asc" }), "net")).toEqual({ sort: "net" });
	expect(turnedQuery(filterOf({}), "stuck")).toEqual({ order: "desc" });
});
