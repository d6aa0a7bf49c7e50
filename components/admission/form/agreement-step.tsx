"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { StandardsList } from "@/components/admission/standards-list";
import { Banner } from "@/components/ui/banner";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import type { FormProgress } from "@/lib/domains/admission/rules/form-progress";
import { fieldId, useForm } from "./form-context";
import { RulesInShort } from "./rules-in-short";

const path = "agreement.accepted";
/** What only the server knows; it looks these up on submission. */
const unknownRecords = { isUsccAdmitted: false, redLines: [] };

export function AgreementStep({ progress, onGo }: { progress: FormProgress; onGo: (path: string) => void }) {
	const t = useTranslations("admission");
	const { draft, edit, errorOf, rules, today, requests } = useForm();
	const left = requests.filter((request) => !request.isMended).length;
	const results = checkStandards(rules.policy, factsOf(draft, unknownRecords, null), today);
	const version = rules.policyVersion;
	return (
		<div className="space-y-7">
			<OpenFields progress={progress} onGo={onGo} />
			{left > 0 && <Banner tone="warning">{t("mend.notAll", { count: left })}</Banner>}
			<section>
				<h3 className="font-medium text-ink text-sm">{t("agreement.previewTitle")}</h3>
				<p className="mt-0.5 mb-2 text-ink-faint text-xs">{t("agreement.previewText", { version })}</p>
				<StandardsList results={results} columns={2} />
			</section>
			<RulesInShort policy={rules.policy} version={version} />
			<div>
				<Checkbox
					id={fieldId(path)}
					checked={draft.agreement.accepted && draft.agreement.rulesVersion === version}
					onCheckedChange={(checked) => {
						const accepted = checked === true;
						edit("agreement", { accepted, rulesVersion: accepted ? version : null });
					}}
					aria-invalid={errorOf(path) ? true : undefined}
					label={t("agreement.accept", { version })}
				/>
				<div className="mt-2">
					<FieldError id={`${fieldId(path)}-error`}>{errorOf(path)}</FieldError>
				</div>
			</div>
		</div>
	);
}

/** What is still missing or wrong, each a step away; the agreement itself stands below. */
function OpenFields({ progress, onGo }: { progress: FormProgress; onGo: (path: string) => void }) {
	const t = useTranslations("admission");
	const label = useFieldLabel();
	const open = progress.sections
		.filter((row) => row.section !== "agreement")
		.flatMap((row) => [...row.faulty, ...row.missing]);
	if (open.length === 0) {
		return (
			<p className="flex items-center gap-2 text-sm text-success-ink">
				<CircleCheck aria-hidden="true" className="size-4.5" />
				{t("agreement.readyTitle")}
			</p>
		);
	}
	return (
		<Banner tone="warning" title={t("agreement.missingTitle", { count: open.length })}>
			<p className="text-ink-soft">{t("agreement.missingText")}</p>
			<ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
				{open.map((field) => (
					<li key={field}>
						<button
							type="button"
							onClick={() => onGo(field)}
							className="rounded-sm text-brand-ink text-sm underline decoration-brand-ink/40 underline-offset-4 hover:decoration-brand-ink"
						>
							{label(field)}
						</button>
					</li>
				))}
			</ul>
		</Banner>
	);
}
