import { expect, test } from "vitest";
import { templateV1 } from "@/lib/domains/playbook/constants/template-v1";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { HeldItem } from "@/lib/domains/playbook/types/template-desk";
import { checkTemplate, mostItems } from "./check-template";
import { compareTemplates } from "./compare-templates";
import { planMigration } from "./plan-migration";
import { formOfTemplate, readTemplateForm, templateLimits } from "./template-form";

const item = (key: string, over: Partial<TemplateItem> = {}): TemplateItem => ({
	...{ key, step: 1, owner: "BRAND", isRequired: true, evidence: "NONE", dueAfterDays: 5 },
	...{ title: { zh: key, en: key }, text: { zh: "做", en: "Do" } },
	...over,
});
const held = (key: string, over: Partial<HeldItem> = {}): HeldItem => ({
	...{ id: `i-${key}`, key, state: "OPEN", isRetired: false, dueOn: "2026-03-06", isWorkedOn: false },
	...over,
});

test("a version goes through its form unchanged", () => {
	expect(readTemplateForm(formOfTemplate(templateV1))).toEqual({ ok: true, items: templateV1 });
	expect(checkTemplate(templateV1)).toEqual([]);
});

test("what is missing, too long or too late is named at its field; a retired item is not asked for anything", () => {
	const form = formOfTemplate([item("a"), item("b"), item("c")]);
	const read = (over: object) =>
		readTemplateForm({ items: { ...form.items, a: { ...form.items.a, ...over } as never } });
	expect(read({ titleEn: " " })).toEqual({ ok: false, errors: { "items.a.titleEn": "REQUIRED" } });
	expect(read({ titleZh: "字".repeat(templateLimits.title) }).ok).toBe(true);
	expect(read({ titleZh: "字".repeat(templateLimits.title + 1) })).toMatchObject({
		errors: { "items.a.titleZh": "TOO_LONG" },
	});
	expect(read({ dueAfterDays: "365" }).ok).toBe(true);
	expect(read({ dueAfterDays: "366" })).toMatchObject({
		errors: { "items.a.dueAfterDays": "OUT_OF_RANGE" },
	});
	expect(read({ dueAfterDays: "soon" }).ok).toBe(false);
	expect(read({ owner: "X", step: "6" })).toMatchObject({
		errors: { "items.a.owner": "REQUIRED", "items.a.step": "REQUIRED" },
	});
	const retired = read({ titleEn: "", isRetired: true });
	expect(retired.ok && retired.items.map(({ key }) => key)).toEqual(["b", "c"]);
});

test("each step needs a required item, and there are sixty at most", () => {
	const five = ([1, 2, 3, 4, 5] as const).map((step) => item(`s${step}`, { step }));
	expect(checkTemplate(five)).toEqual([]);
	expect(checkTemplate(five.map((one) => (one.step === 4 ? { ...one, isRequired: false } : one)))).toEqual([
		{ code: "STEP_WITHOUT_REQUIRED", step: 4 },
	]);
	const many = (count: number) => [...five, ...Array.from({ length: count - 5 }, (_, at) => item(`m${at}`))];
	expect(checkTemplate(many(mostItems))).toEqual([]);
	expect(checkTemplate(many(mostItems + 1))).toEqual([{ code: "TOO_MANY_ITEMS", count: mostItems + 1 }]);
});

test("two versions differ by what was added, changed and retired, not by order", () => {
	const before = [item("a"), item("b"), item("c")];
	const after = [item("c"), item("b", { dueAfterDays: 6, title: { zh: "b", en: "B" } }), item("d")];
	expect(compareTemplates(before, after)).toEqual([
		{ kind: "CHANGED", item: after[1], before: before[1], fields: ["dueAfterDays", "title"] },
		{ kind: "ADDED", item: after[2] },
		{ kind: "RETIRED", item: before[0] },
	]);
	expect(compareTemplates(before, before.toReversed())).toEqual([]);
});

test("a migration keeps what is done, dates anew what is asked anew, and retires without deleting", () => {
	const from = [item("a"), item("b"), item("c"), item("d"), item("e")];
	const to = [item("b", { dueAfterDays: 60 }), item("a"), item("n", { dueAfterDays: 90 }), item("o")];
	const plan = planMigration({
		items: [
			held("a", { state: "DONE" }),
			held("b"),
			held("c", { state: "DONE" }),
			held("d", { isWorkedOn: true }),
			held("e"),
			held("z", { isRetired: true, state: "DONE" }),
		],
		...{ from, to, start: "2026-03-01", today: "2026-04-01" },
	});
	expect(plan.added.map(({ item: one, dueOn, position }) => [one.key, dueOn, position])).toEqual([
		["n", "2026-05-30", 2],
		["o", "2026-04-08", 3],
	]);
	expect(plan.kept.map(({ id, dueOn, isChanged }) => [id, dueOn, isChanged])).toEqual([
		["i-b", "2026-04-30", true],
		["i-a", "2026-03-06", false],
	]);
	expect(plan.retired.map(({ key, trace }) => [key, trace])).toEqual([
		["c", "DONE"],
		["d", "WORKED"],
		["e", null],
	]);
});

test("a due day of the version is kept from a week ahead on; what is done keeps its own; what comes back is dated anew", () => {
	const due = (dueAfterDays: number, over: Partial<HeldItem> = {}) =>
		planMigration({
			items: [held("a", over)],
			...{ from: [item("a")], to: [item("a", { dueAfterDays })], start: "2026-03-01", today: "2026-03-31" },
		}).kept[0];
	expect(due(37)?.dueOn).toBe("2026-04-07");
	expect(due(36)?.dueOn).toBe("2026-04-07");
	expect(due(38)?.dueOn).toBe("2026-04-08");
	expect(due(38, { state: "DONE" })?.dueOn).toBe("2026-03-06");
	expect(due(5, { isRetired: true })).toMatchObject({ dueOn: "2026-04-07", isBack: true });
});
