import { expect, test } from "vitest";
import { listChanges } from "./list-changes";

test("only what differs is a change", () => {
	expect(
		listChanges({ role: "partner_owner", name: "甲" }, { role: "partner_member", name: "甲", count: 2 }),
	).toEqual([
		{ field: "role", before: "partner_owner", after: "partner_member" },
		{ field: "count", before: null, after: "2" },
	]);
});

test("a creation has no before, a removal no after", () => {
	expect(listChanges(null, { email: "a@b.c" })).toEqual([{ field: "email", before: null, after: "a@b.c" }]);
	expect(listChanges({ tracks: ["x"] }, null)).toEqual([{ field: "tracks", before: '["x"]', after: null }]);
	expect(listChanges(null, null)).toEqual([]);
});
