"use client";

import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

/** What a lint has to say in words; an error keeps the draft from being published. */
export type SpokenFinding = { words: string; isError: boolean };

const SHOWN = 8;

type FaultListProps = {
	/** Field path → code of what is wrong with it. */
	errors: Readonly<Record<string, string>>;
	labelOf: (path: string) => string;
};

/** The fields that are missing or wrong, by name. */
export function FaultList({ errors, labelOf }: FaultListProps) {
	const t = useTranslations("policies");
	const errorText = useErrorText();
	const faults = Object.entries(errors);
	return (
		<div className="flex items-start gap-2 text-danger-ink text-sm">
			<CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
			<div>
				<p>{t("draft.problems", { count: faults.length })}</p>
				<ul className="mt-1 list-disc space-y-0.5 pl-4 text-xs">
					{faults.slice(0, SHOWN).map(([path, code]) => (
						<li key={path}>
							{labelOf(path)}: {errorText(code)}
						</li>
					))}
				</ul>
			</div>
		</div>
	);
}

export function FindingList({ findings }: { findings: readonly SpokenFinding[] }) {
	const t = useTranslations("policies");
	return (
		<ul className="space-y-2.5">
			{findings.map(({ words, isError }) => {
				const Icon = isError ? CircleX : TriangleAlert;
				return (
					<li key={words} className="flex items-start gap-2 text-ink text-sm">
						<Icon
							aria-hidden="true"
							className={
								isError ? "mt-0.5 size-4 shrink-0 text-danger" : "mt-0.5 size-4 shrink-0 text-warning"
							}
						/>
						<span className="wrap-anywhere min-w-0">
							<span className="font-medium">{t(isError ? "draft.error" : "draft.warning")}</span> · {words}
						</span>
					</li>
				);
			})}
		</ul>
	);
}

/** Contradictions and surprises beside a draft's form; what has to be mended comes first. */
export function FindingsCard({
	findings,
	...faults
}: FaultListProps & { findings: readonly SpokenFinding[] }) {
	const t = useTranslations("policies");
	const hasFaults = Object.keys(faults.errors).length > 0;
	return (
		<Card data-findings>
			<CardHeader title={t("draft.findings")} />
			<CardBody>
				{hasFaults && <FaultList {...faults} />}
				{!hasFaults && findings.length === 0 && (
					<p className="flex items-center gap-2 text-sm text-success-ink">
						<CircleCheck aria-hidden="true" className="size-4" />
						{t("draft.noFindings")}
					</p>
				)}
				<FindingList findings={findings} />
			</CardBody>
		</Card>
	);
}
