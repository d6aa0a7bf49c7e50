import { templateFields } from "@/lib/domains/playbook/constants/template-desk";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { TemplateChange, TemplateField } from "@/lib/domains/playbook/types/template-desk";

function isSameField(field: TemplateField, a: TemplateItem, b: TemplateItem): boolean {
	if (field === "title" || field === "text")
		return a[field].zh === b[field].zh && a[field].en === b[field].en;
	return a[field] === b[field];
}

/** What became of the items from one version to another, by key: in the order of the later one, what is retired last. */
export function compareTemplates(
	before: readonly TemplateItem[],
	after: readonly TemplateItem[],
): TemplateChange[] {
	const known = new Map(before.map((one) => [one.key, one]));
	const kept = new Set(after.map(({ key }) => key));
	const changes = after.flatMap((item): TemplateChange[] => {
		const was = known.get(item.key);
		if (!was) return [{ kind: "ADDED", item }];
		const fields = templateFields.filter((field) => !isSameField(field, was, item));
		return fields.length > 0 ? [{ kind: "CHANGED", item, before: was, fields }] : [];
	});
	return [
		...changes,
		...before.filter(({ key }) => !kept.has(key)).map((item) => ({ kind: "RETIRED", item }) as const),
	];
}
