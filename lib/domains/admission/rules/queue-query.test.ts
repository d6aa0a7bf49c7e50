import { expect, test } from "vitest";
import { countQueueFilters, parseQueueQuery, queueHref } from "@/lib/domains/admission/rules/queue-query";
import { periodOf } from "@/lib/domains/admission/rules/queue-query-presets";
import { readQueueSearch } from "@/lib/domains/admission/rules/queue-query-search";

const empty = {
	tab: "open",
	scope: "",
	track: "",
	region: "",
	assignee: "",
	checks: "",
	stage: "",
	from: "",
	to: "",
	q: "",
	after: null,
	before: null,
};

test("an address without filters is the open queue's first page", () => {
	expect(parseQueueQuery({})).toEqual(empty);
	expect(queueHref(parseQueueQuery({}))).toBe("/ops/applications");
});

test("nonsense counts as not given", () => {
	expect(
		parseQueueQuery({
			tab: "drafts",
			scope: "theirs",
			stage: "THIRD",
			from: "2026-02-30",
			checks: "passed",
			assignee: "everyone",
			after: "x'; --",
			before: ["1.app_1"],
			q: undefined,
		}),
	).toEqual(empty);
});

test("reads back what it writes, and a changed filter starts over", () => {
	const after = { submittedAtMs: 1_795_000_000_123, id: "app_01k9zz" };
	const query = parseQueueQuery({
		tab: "all",
		track: "supply",
		scope: "mine",
		assignee: "usr_01k9zz",
		from: "2026-11-01",
		to: "2026-11-22",
		stage: "SECOND",
		checks: "failed",
		q: " ９１３３ ",
		after: `${after.submittedAtMs}.${after.id}`,
	});
	expect(query).toEqual({
		...empty,
		tab: "all",
		track: "supply",
		scope: "mine",
		assignee: "usr_01k9zz",
		from: "2026-11-01",
		to: "2026-11-22",
		stage: "SECOND",
		checks: "failed",
		q: "9133",
		after,
	});
	const href = queueHref(query, { after });
	expect(parseQueueQuery(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(query);
	expect(queueHref(query, { tab: "open" })).toBe(
		"/ops/applications?scope=mine&track=supply&assignee=usr_01k9zz&checks=failed&stage=SECOND&from=2026-11-01&to=2026-11-22&q=9133",
	);
});

test("two days of one period count as one filter", () => {
	expect(countQueueFilters(parseQueueQuery({ from: "2026-11-01", to: "2026-11-22", scope: "mine" }))).toBe(1);
	expect(countQueueFilters(parseQueueQuery({ to: "2026-11-22", q: "风" }))).toBe(2);
});

test("what is typed becomes terms, pairs of characters, and the start of a code where it can be one", () => {
	expect(readQueueSearch("曜石（集团）")).toEqual({
		terms: ["曜石集团"],
		grams: ["曜石", "石集", "集团"],
		prefix: null,
		tail: null,
	});
	expect(readQueueSearch("风 𠮷野")).toMatchObject({ terms: ["风", "𠮷野"], grams: ["风", "𠮷野"] });
	expect(readQueueSearch("9133 01ab")).toMatchObject({
		prefix: "913301AB",
		terms: ["9133", "01ab"],
		tail: null,
	});
	expect(readQueueSearch("１２３")).toMatchObject({ prefix: "123", tail: "000123" });
	expect(readQueueSearch("，。")).toBeNull();
});

test("presets have both ends", () => {
	expect(periodOf("last7Days", "2026-03-03")).toEqual({ from: "2026-02-25", to: "2026-03-03" });
	expect(periodOf("lastMonth", "2026-03-31")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
	expect(periodOf("thisMonth", "2026-03-01")).toEqual({ from: "2026-03-01", to: "2026-03-01" });
	expect(periodOf("yesterday", "2026-01-01")).toEqual({ from: "2025-12-31", to: "2025-12-31" });
});
