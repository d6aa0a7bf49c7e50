"use client";

import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSpeech } from "@/components/admission/standards/use-speech";
import { useErrorText } from "@/components/forms/use-error-text";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { LintFinding } from "@/lib/domains/admission/rules/lint-standards";
import { findingInWords } from "@/lib/domains/admission/rules/standard-words";
import type { TrackName } from "@/lib/domains/admission/types";

type DraftFindingsProps = {
	findings: readonly LintFinding[];
	tracks: readonly TrackName[];
	errorCount: number;
	errors: Readonly<Record<string, string>>;
	labelOf: (path: string) => string;
};

const shownErrors = 8;

/** Contradictions and surprises; what has to be mended comes first. */
export function DraftFindings({ findings, tracks, errorCount, errors, labelOf }: DraftFindingsProps) {
	const t = useTranslations("standards");
	const errorText = useErrorText();
	const speech = useSpeech(tracks);
	const faults = Object.entries(errors).slice(0, shownErrors);
	return (
		<Card>
			<CardHeader title={t("draft.findings")} />
			<CardBody>
				{errorCount > 0 && (
					<div className="flex items-start gap-2 text-danger-ink text-sm">
						<CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
						<div>
							<p>{t("draft.problems", { count: errorCount })}</p>
							<ul className="mt-1 list-disc space-y-0.5 pl-4 text-xs">
								{faults.map(([path, code]) => (
									<li key={path}>
										{labelOf(path)}: {errorText(code)}
									</li>
								))}
							</ul>
						</div>
					</div>
				)}
				{errorCount === 0 && findings.length === 0 && (
					<p className="flex items-center gap-2 text-sm text-success-ink">
						<CircleCheck aria-hidden="true" className="size-4" />
						{t("draft.noFindings")}
					</p>
				)}
				<ul className="space-y-2.5">
					{findings.map((finding) => {
						const words = findingInWords(speech, finding);
						const isError = finding.level === "error";
						const Icon = isError ? CircleX : TriangleAlert;
						return (
							<li key={words} className="flex items-start gap-2 text-ink text-sm">
								<Icon
									aria-hidden="true"
									className={
										isError ? "mt-0.5 size-4 shrink-0 text-danger" : "mt-0.5 size-4 shrink-0 text-warning"
									}
								/>
								<span>
									<span className="font-medium">{t(isError ? "draft.error" : "draft.warning")}</span> ·{" "}
									{words}
								</span>
							</li>
						);
					})}
				</ul>
			</CardBody>
		</Card>
	);
}
