import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { steps } from "@/lib/domains/playbook/constants/sides";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** A version in full, step by step. */
export async function TemplateItems({ version, items }: { version: number; items: readonly TemplateItem[] }) {
	const [t, locale] = await Promise.all([getTranslations("playbooktemplates"), getLocale()]);
	const language = locale === "en" ? "en" : "zh";
	return (
		<Card>
			<CardHeader title={t("shown", { version })} />
			<CardBody className="space-y-6">
				{steps.map((step) => (
					<section key={step}>
						<h3 className="mb-1 font-semibold text-ink text-sm">
							{step} · {t(`step.${step}`)}
						</h3>
						<ol className="divide-y divide-line">
							{items
								.filter((one) => one.step === step)
								.map((one) => (
									<li key={one.key} className="py-2.5">
										<details>
											<summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 text-ink text-sm">
												<span className="min-w-0 grow">{one.title[language]}</span>
												<Badge>{t(`owner.${one.owner}`)}</Badge>
												{!one.isRequired && <Badge tone="info">{t("optional")}</Badge>}
												<span className="figure text-ink-faint text-xs">
													{t("due", { days: one.dueAfterDays })}
												</span>
											</summary>
											<p className="mt-2 max-w-prose text-ink-soft text-sm">{one.text[language]}</p>
											<p className="mt-1 text-ink-faint text-xs">
												{t("needs", { kind: t(`evidence.${one.evidence}`) })}
											</p>
										</details>
									</li>
								))}
						</ol>
					</section>
				))}
			</CardBody>
		</Card>
	);
}
