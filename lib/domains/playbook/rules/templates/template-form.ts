import { evidenceKinds, playbookSides, steps } from "@/lib/domains/playbook/constants/sides";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { TemplateForm, TemplateItemForm } from "@/lib/domains/playbook/types/template-desk";
import { readWhole } from "@/lib/platform/forms/typed-figures";

/** Characters of a title and of an instruction, and the last day an item may be due. */
export const templateLimits = { title: 80, text: 1000, dueAfterDays: 365 } as const;

export type TemplateReading =
	| { readonly ok: true; readonly items: readonly TemplateItem[] }
	/** `items.<key>.<field>` → code. */
	| { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** A version as a person edits it. */
export function formOfTemplate(items: readonly TemplateItem[]): TemplateForm {
	return {
		items: Object.fromEntries(
			items.map((one, position) => [
				one.key,
				{
					...{ step: String(one.step), owner: one.owner, evidence: one.evidence, isRequired: one.isRequired },
					...{ isRetired: false, dueAfterDays: String(one.dueAfterDays), position },
					...{ titleZh: one.title.zh, titleEn: one.title.en, textZh: one.text.zh, textEn: one.text.en },
				},
			]),
		),
	};
}

/** The items of a form in their order: by step, then by place. */
export function orderItems(form: TemplateForm): [string, TemplateItemForm][] {
	return Object.entries(form.items).sort(
		([a, one], [b, other]) =>
			Number(one.step) - Number(other.step) || one.position - other.position || (a < b ? -1 : 1),
	);
}

/** Reads a form into a version, without the items that are retired, or says field by field what is missing or wrong. */
export function readTemplateForm(form: TemplateForm): TemplateReading {
	const errors: Record<string, string> = {};
	const items = orderItems(form)
		.filter(([, one]) => !one.isRetired)
		.map(([key, one]) => readItem(key, one, (field, code) => (errors[`items.${key}.${field}`] = code)));
	if (Object.keys(errors).length > 0) return { ok: false, errors };
	return { ok: true, items };
}

type Fault = (field: keyof TemplateItemForm, code: string) => void;

function readItem(key: string, one: TemplateItemForm, fault: Fault): TemplateItem {
	const words = (field: "titleZh" | "titleEn" | "textZh" | "textEn", most: number) => {
		const text = one[field].trim();
		if (text === "") fault(field, "REQUIRED");
		if (text.length > most) fault(field, "TOO_LONG");
		return text;
	};
	const due = readWhole(one.dueAfterDays);
	if (!due.ok) fault("dueAfterDays", due.code);
	else if (due.value > templateLimits.dueAfterDays) fault("dueAfterDays", "OUT_OF_RANGE");
	const choose = <T extends string>(field: "owner" | "evidence", among: readonly T[]): T => {
		const chosen = among.find((option) => option === one[field]);
		if (!chosen) fault(field, "REQUIRED");
		return chosen ?? (among[0] as T);
	};
	const step = steps.find((option) => String(option) === one.step);
	if (!step) fault("step", "REQUIRED");
	return {
		...{ key, step: step ?? 1, isRequired: one.isRequired },
		...{ owner: choose("owner", playbookSides), evidence: choose("evidence", evidenceKinds) },
		dueAfterDays: due.ok ? due.value : 0,
		title: { zh: words("titleZh", templateLimits.title), en: words("titleEn", templateLimits.title) },
		text: { zh: words("textZh", templateLimits.text), en: words("textEn", templateLimits.text) },
	};
}
