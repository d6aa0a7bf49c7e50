"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { TrialTable } from "@/components/playbook/step-policy/trial-table";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { tryStepPolicyForm } from "@/lib/domains/playbook/actions/step-policy";
import type { PolicyTrial, StepPolicyForm } from "@/lib/domains/playbook/types/step-policy";
import { formatDate } from "@/lib/platform/format";
import { isSameDraft } from "@/lib/platform/forms/merge-drafts";
import { routes } from "@/lib/platform/routes/routes";

/** What the typed policy would change for every brand on the last day judged. */
export function TrialPanel({ form, disabled }: { form: StepPolicyForm; disabled: boolean }) {
	const t = useTranslations("steppolicy");
	const errorText = useErrorText();
	const [tried, setTried] = useState<{ form: StepPolicyForm; trial: PolicyTrial } | null>(null);
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function run() {
		setError(null);
		startTransition(async () => {
			const outcome = await tryStepPolicyForm({ form });
			if (outcome.ok) setTried({ form, trial: outcome.trial });
			else setError(errorText(outcome.reason, outcome.params));
		});
	}
	return (
		<Card className="overflow-hidden" data-trial>
			<CardHeader
				title={t("trial.title")}
				description={t("trial.description")}
				actions={
					<Button variant="secondary" pending={pending} disabled={disabled} onClick={run}>
						{t(tried ? "trial.again" : "trial.run")}
					</Button>
				}
			/>
			<div role="status">
				{error && (
					<Banner tone="danger" className="mx-5 mb-4">
						{error}
					</Banner>
				)}
				{tried && !isSameDraft(form, tried.form) && (
					<Banner tone="warning" className="mx-5 mb-3">
						{t("trial.stale")}
					</Banner>
				)}
				{tried && <Found trial={tried.trial} />}
			</div>
		</Card>
	);
}

function Found({ trial }: { trial: PolicyTrial }) {
	const t = useTranslations("steppolicy");
	const locale = useLocale();
	const { day, brands, changed, examples, isComputed } = trial;
	const named = (steps: readonly (1 | 2 | 3 | 4 | 5)[]) =>
		steps.map((step) => t(`step.${step}`)).join(t("trial.list"));
	return (
		<>
			<p className="px-5 pb-3 text-ink text-sm">
				{t("trial.asOf", { day: formatDate(day, locale), brands, changed })}
				{isComputed && <span className="mt-1 block text-ink-soft text-xs">{t("trial.computed")}</span>}
			</p>
			<TrialTable steps={trial.steps} />
			<CardBody className="pt-4">
				<h3 className="font-semibold text-ink text-sm">
					{examples.length < changed
						? t("trial.examplesMore", { count: examples.length })
						: t("trial.examples")}
				</h3>
				{examples.length === 0 && <p className="mt-1 text-ink-soft text-sm">{t("trial.none")}</p>}
				<ul className="mt-2 grid gap-x-8 gap-y-2 text-sm md:grid-cols-2">
					{examples.map(({ brandId, name, gained, lost }) => (
						<li key={brandId} className="min-w-0">
							<Link
								href={routes.ops.brand(brandId)}
								className="wrap-anywhere text-brand-ink underline underline-offset-4"
							>
								{name}
							</Link>
							{lost.length > 0 && (
								<span className="block text-danger-ink text-xs">
									{t("trial.lost", { steps: named(lost) })}
								</span>
							)}
							{gained.length > 0 && (
								<span className="block text-success-ink text-xs">
									{t("trial.gained", { steps: named(gained) })}
								</span>
							)}
						</li>
					))}
				</ul>
			</CardBody>
		</>
	);
}
