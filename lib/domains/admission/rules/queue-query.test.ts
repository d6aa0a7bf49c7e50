import { expect, test } from "vitest";
import { parseQueueQuery, queueHref } from "@/lib/domains/admission/rules/queue-query";

const empty = { tab: "open", track: "", assignee: "", q: "", after: null, before: null };

test("an address without filters is the open queue's first page", () => {
	expect(parseQueueQuery({})).toEqual(empty);
	expect(queueHref(parseQueueQuery({}))).toBe("/ops/applications");
});

test("nonsense counts as not given", () => {
	expect(
		parseQueueQuery({
			tab: "drafts",
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
		assignee: "mine",
		q: " ９１３３ ",
		after: `${after.submittedAtMs}.${after.id}`,
	});
	expect(query).toEqual({ tab: "all", track: "supply", assignee: "mine", q: "9133", after, before: null });
	const href = queueHref(query, { after });
	expect(parseQueueQuery(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(query);
	expect(queueHref(query, { tab: "open" })).toBe("/ops/applications?track=supply&assignee=mine&q=9133");
});
