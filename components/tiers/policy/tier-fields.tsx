"use client";

import { useLocale, useTranslations } from "use-intl";
import { CriteriaFields } from "@/components/tiers/policy/criteria-fields";
import type { PolicyEditing } from "@/components/tiers/policy/policy-editor";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TierBadge } from "@/components/ui/tier-badge";
import { LOWEST_TIER, type TierLevel } from "@/lib/domains/tiers/constants";
import { highestFirst } from "@/lib/domains/tiers/rules/policy-form";

/** The tiers from the highest down: name, lines, places in the race. */
export function TierFields(props: PolicyEditing) {
	const t = useTranslations("policylab");
	return (
		<Card>
			<CardHeader
				title={t("overview.criteria")}
				description={`${t("draft.blankHint")} · ${t("draft.amountHint")}`}
			/>
			<CardBody className="divide-y divide-line">
				{highestFirst.map((level) => (
					<TierPart key={level} {...props} level={level} />
				))}
			</CardBody>
		</Card>
	);
}

function TierPart({ level, ...editing }: PolicyEditing & { level: TierLevel }) {
	const t = useTranslations("policylab");
	const locale = useLocale();
	const { form, edit, errorOf, disabled } = editing;
	const tier = form.tiers[level];
	const path = `tiers.${level}`;
	return (
		<section data-tier={level} className="space-y-4 py-5 first:pt-1 last:pb-0">
			<h3>
				<TierBadge tier={level} name={locale === "en" ? tier.nameEn : tier.nameZh} />
			</h3>
			{level === LOWEST_TIER ? (
				<p className="text-ink-soft text-sm">{t("draft.openToAll")}</p>
			) : (
				<CriteriaFields {...editing} path={`${path}.criteria`} criteria={tier.criteria} />
			)}
			<div className="grid items-start gap-4 sm:grid-cols-3">
				{level !== LOWEST_TIER && (
					<Field label={t("draft.share")} hint={t("draft.shareHint")} error={errorOf(`${path}.share`)}>
						<Input
							value={tier.share}
							inputMode="decimal"
							maxLength={10}
							suffix="%"
							placeholder={t("words.noLimit")}
							disabled={disabled}
							onChange={(event) => edit(`${path}.share`, event.target.value)}
						/>
					</Field>
				)}
				{(["nameZh", "nameEn"] as const).map((field) => (
					<Field key={field} label={t(`draft.${field}`)} error={errorOf(`${path}.${field}`)}>
						<Input
							value={tier[field]}
							maxLength={20}
							disabled={disabled}
							onChange={(event) => edit(`${path}.${field}`, event.target.value)}
						/>
					</Field>
				))}
			</div>
		</section>
	);
}
