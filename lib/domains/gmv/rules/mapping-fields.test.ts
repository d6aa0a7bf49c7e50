import { expect, test } from "vitest";
import { orderLineColumns } from "@/lib/domains/gmv/rules/check-order-line";
import { shopDayColumns } from "@/lib/domains/gmv/rules/check-shop-day";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import en from "@/lib/platform/i18n/messages/en/mapping.json";
import zh from "@/lib/platform/i18n/messages/zh-CN/mapping.json";

const grains = ["ORDER_LINE", "SHOP_DAY"] as const;
const own = { ORDER_LINE: orderLineColumns, SHOP_DAY: shopDayColumns };

test("the fields are the import's own columns in their order", () => {
	for (const grain of grains)
		expect(mappingFields(grain).map(({ name }) => name)).toEqual([
			...own[grain].required,
			...own[grain].optional,
		]);
});

test("every field has a name in both languages, and every name a field", () => {
	const names = [...new Set(grains.flatMap((grain) => mappingFields(grain).map(({ name }) => name)))].sort();
	expect(Object.keys(zh.fields).sort()).toEqual(names);
	expect(Object.keys(en.fields).sort()).toEqual(names);
	for (const hinted of Object.keys(zh.hints)) expect(names).toContain(hinted);
});
