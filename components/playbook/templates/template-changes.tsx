"use client";

import { useLocale, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { TemplateChange, TemplateField } from "@/lib/domains/playbook/types/template-desk";

const tones = { ADDED: "success", CHANGED: "info", RETIRED: "warning" } as const;

/** What was added, changed and retired from one version to another. */
export function TemplateChanges({ changes }: { changes: readonly TemplateChange[] }) {
	const t = useTranslations("playbooktemplates");
	const locale = useLocale();
	return (
		<ul className="divide-y divide-line">
			{changes.map((change) => (
				<li key={change.item.key} className="flex items-start justify-between gap-3 py-2.5 text-sm">
					<div className="wrap-anywhere min-w-0">
						<p className="text-ink">
							<span className="text-ink-faint">
								{change.item.step} · {t(`step.${change.item.step}`)}
							</span>{" "}
							{locale === "en" ? change.item.title.en : change.item.title.zh}
						</p>
						{change.kind === "CHANGED" && (
							<ul className="mt-1 space-y-0.5 text-ink-soft text-xs">
								{change.fields.map((field) => (
									<li key={field}>
										<FieldChange field={field} before={change.before} after={change.item} />
									</li>
								))}
							</ul>
						)}
					</div>
					<Badge tone={tones[change.kind]}>{t(`change.${change.kind}`)}</Badge>
				</li>
			))}
		</ul>
	);
}

function FieldChange({
	field,
	before,
	after,
}: {
	field: TemplateField;
	before: TemplateItem;
	after: TemplateItem;
}) {
	const t = useTranslations("playbooktemplates");
	const name = t(`field.${field}`);
	if (field === "title" || field === "text") return t("wordsChanged", { field: name });
	const say = (item: TemplateItem) => {
		if (field === "step") return t(`step.${item.step}`);
		if (field === "owner") return t(`owner.${item.owner}`);
		if (field === "evidence") return t(`evidence.${item.evidence}`);
		return field === "isRequired"
			? t(item.isRequired ? "yes" : "no")
			: t("days", { days: item.dueAfterDays });
	};
	return t("changeText", { field: name, before: say(before), after: say(after) });
}
