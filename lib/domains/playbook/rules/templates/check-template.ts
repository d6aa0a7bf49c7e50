import { steps } from "@/lib/domains/playbook/constants/sides";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { TemplateFinding } from "@/lib/domains/playbook/types/template-desk";

export const mostItems = 60;

/** What keeps a version from being published: a step without a required item would close on its data alone. */
export function checkTemplate(items: readonly TemplateItem[]): TemplateFinding[] {
	const bare = steps
		.filter((step) => !items.some((one) => one.step === step && one.isRequired))
		.map((step) => ({ code: "STEP_WITHOUT_REQUIRED", step }) as const);
	return items.length > mostItems ? [...bare, { code: "TOO_MANY_ITEMS", count: items.length }] : bare;
}
