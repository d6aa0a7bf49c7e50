"use client";

import { useTranslations } from "use-intl";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { StepTrial } from "@/lib/domains/playbook/types/step-policy";
import { formatCount } from "@/lib/platform/format";

/** Brands that hold each step now and would hold it, and what would close or begin to fall below. */
export function TrialTable({ steps }: { steps: readonly StepTrial[] }) {
	const t = useTranslations("steppolicy");
	return (
		<>
			<Table label={t("trial.title")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("trial.step")}</TableHead>
						<TableHead numeric>{t("trial.metNow")}</TableHead>
						<TableHead numeric>{t("trial.metThen")}</TableHead>
						<TableHead numeric>{t("trial.wouldClose")}</TableHead>
						<TableHead numeric>{t("trial.wouldFall")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{steps.map(({ step, metNow, metThen, wouldClose, wouldFall }) => (
						<TableRow key={step}>
							<TableRowHead className="whitespace-nowrap">
								{step} · {t(`step.${step}`)}
							</TableRowHead>
							<TableCell numeric>{formatCount(metNow)}</TableCell>
							<TableCell numeric className={metThen === metNow ? undefined : "font-semibold text-ink"}>
								{formatCount(metThen)}
							</TableCell>
							<TableCell numeric className={wouldClose > 0 ? "text-success-ink" : undefined}>
								{formatCount(wouldClose)}
							</TableCell>
							<TableCell numeric className={wouldFall > 0 ? "text-danger-ink" : undefined}>
								{formatCount(wouldFall)}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
			<dl className="space-y-1 px-5 pt-3 text-ink-faint text-xs">
				{(["wouldClose", "wouldFall"] as const).map((name) => (
					<div key={name}>
						<dt className="inline font-medium">{t(`trial.${name}`)}</dt>
						<dd className="inline"> · {t(`trial.${name}Hint`)}</dd>
					</div>
				))}
			</dl>
		</>
	);
}
