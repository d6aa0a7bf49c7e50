import { expect, test } from "vitest";
import { parseColumns } from "./columns";

const all = ["track", "sla", "assignee"] as const;

test("without a choice every column shows", () => {
	expect(parseColumns(undefined, all)).toEqual(["track", "sla", "assignee"]);
});

test("a choice shows in the table's order, without what the table no longer has", () => {
	expect(parseColumns("assignee.gone.track", all)).toEqual(["track", "assignee"]);
});

test("somebody may want none of them", () => {
	expect(parseColumns("", all)).toEqual([]);
});
