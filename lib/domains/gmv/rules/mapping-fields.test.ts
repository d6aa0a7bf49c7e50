import { expect, test } from "vitest";
import { feedGrains } from "@/lib/domains/gmv/constants";
import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import en from "@/lib/platform/i18n/messages/en/mapping.json";
import zh from "@/lib/platform/i18n/messages/zh-CN/mapping.json";

test("the fields are the import's own columns in their order", () => {
	for (const grain of feedGrains)
		expect(mappingFields(grain).map(({ name }) => name)).toEqual(columnsOf(grain));
});

test("every field has a name in both languages, and every name a field", () => {
	const names = [
		...new Set(feedGrains.flatMap((grain) => mappingFields(grain).map(({ name }) => name))),
	].sort();
	expect(Object.keys(zh.fields).sort()).toEqual(names);
	expect(Object.keys(en.fields).sort()).toEqual(names);
	for (const hinted of Object.keys(zh.hints)) expect(names).toContain(hinted);
});
