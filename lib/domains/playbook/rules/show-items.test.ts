import { expect, test } from "vitest";
import { mentionedIn } from "@/lib/domains/playbook/rules/mentions";
import {
	attentionOf,
	daysOverdue,
	isWorthShowing,
	stationsOf,
	stepToWork,
} from "@/lib/domains/playbook/rules/show-items";
import type { ItemRow } from "@/lib/domains/playbook/types/items";

const item = (change: Partial<ItemRow>): ItemRow => ({
	...{
		id: "a",
		key: "k",
		templateVersion: 1,
		step: 1,
		owner: "BRAND",
		isRequired: true,
		evidenceKind: "NONE",
	},
	...{
		dueOn: "2026-03-10",
		assigneeId: null,
		assigneeName: null,
		state: "OPEN",
		version: 1,
		isRetired: false,
	},
	...{ movedByName: null, movedAt: null, evidenceCount: 0, commentCount: 0 },
	...change,
});

test("an item is overdue from the day after its day, and never when done or dropped", () => {
	expect(daysOverdue(item({}), "2026-03-10")).toBe(0);
	expect(daysOverdue(item({}), "2026-03-11")).toBe(1);
	expect(daysOverdue(item({ state: "DONE" }), "2026-03-20")).toBe(0);
	expect(daysOverdue(item({ isRetired: true }), "2026-03-20")).toBe(0);
});

test("optional and dropped items do not hold a step; the step now is the first that is held", () => {
	const items = [
		item({ id: "a", state: "DONE" }),
		item({ id: "b", isRequired: false }),
		item({ id: "c", isRetired: true }),
		item({ id: "d", step: 2 }),
	];
	const stations = stationsOf(items, "2026-03-11");
	expect(stations.slice(0, 2)).toEqual([
		{ step: 1, required: 1, done: 1, overdue: 1 },
		{ step: 2, required: 1, done: 0, overdue: 1 },
	]);
	expect(stepToWork(stations)).toBe(2);
	expect(stepToWork(stationsOf([item({ state: "DONE" })], "2026-03-11"))).toBeNull();
	const judged = [{ step: 1, state: "CLOSED" } as const, { step: 2, state: "CLOSED" } as const];
	expect(stepToWork(stations, judged)).toBeNull();
	expect(stepToWork(stations, [{ step: 1, state: "REOPENED" }, ...judged])).toBe(1);
});

test("overdue comes before what waits, before what is due soon; later is left out", () => {
	const items = [
		item({ id: "soon", dueOn: "2026-03-17" }),
		item({ id: "later", dueOn: "2026-03-18" }),
		item({ id: "waits", dueOn: "2026-05-01", state: "PROPOSED" }),
		item({ id: "late", dueOn: "2026-03-09" }),
		item({ id: "later still", dueOn: "2026-03-01", state: "DONE" }),
	];
	expect(attentionOf(items, "2026-03-10", "2026-03-17").map(({ id }) => id)).toEqual([
		"late",
		"waits",
		"soon",
	]);
});

test("a mention is the longest name that follows the sign", () => {
	const people = [{ name: "叶棠" }, { name: "叶棠棠" }, { name: "林青" }];
	expect(mentionedIn("请@叶棠棠看", people)).toEqual([{ name: "叶棠棠" }]);
	expect(mentionedIn("@林青 @叶棠，a@b.c", people)).toEqual([{ name: "林青" }, { name: "叶棠" }]);
	expect(mentionedIn("林青", people)).toEqual([]);
});

test("a dropped item is shown for what was done with it only", () => {
	const dropped = (over: Partial<ItemRow>) => isWorthShowing(item({ isRetired: true, ...over }));
	expect(isWorthShowing(item({}))).toBe(true);
	expect(dropped({})).toBe(false);
	expect(dropped({ state: "DONE" })).toBe(true);
	expect(dropped({ evidenceCount: 1 })).toBe(true);
	expect(dropped({ commentCount: 1 })).toBe(true);
});
