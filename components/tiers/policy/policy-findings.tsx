"use client";

import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { LintFinding } from "@/lib/domains/tiers/rules/lint-policy";
import { findingInWords, type PolicySpeech } from "@/lib/domains/tiers/rules/policy-words";

type Names = Pick<PolicySpeech, "tracks" | "tiers">;
type PolicyFindingsProps = Names & {
	findings: readonly LintFinding[];
	errors: Readonly<Record<string, string>>;
	labelOf: (path: string) => string;
};

const SHOWN = 8;

/** Contradictions and surprises; what has to be mended comes first. */
export function PolicyFindings({ findings, errors, labelOf, ...names }: PolicyFindingsProps) {
	const t = useTranslations("policylab");
	const errorText = useErrorText();
	const faults = Object.entries(errors);
	return (
		<Card data-findings>
			<CardHeader title={t("draft.findings")} />
			<CardBody>
				{faults.length > 0 && (
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
				)}
				{faults.length === 0 && findings.length === 0 && (
					<p className="flex items-center gap-2 text-sm text-success-ink">
						<CircleCheck aria-hidden="true" className="size-4" />
						{t("draft.noFindings")}
					</p>
				)}
				<FindingList {...names} findings={findings} />
			</CardBody>
		</Card>
	);
}

export function FindingList({ findings, ...names }: Names & { findings: readonly LintFinding[] }) {
	const t = useTranslations("policylab");
	const speech = usePolicySpeech(names);
	const problemText = usePolicyProblem();
	return (
		<ul className="space-y-2.5">
			{findings.map((finding) => {
				const said =
					finding.code === "INVALID" ? { ...finding, problem: problemText(finding.problem) } : finding;
				const words = findingInWords(speech, said);
				const isError = finding.severity === "error";
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

/** What is wrong at a place of the document; what the schema says of its shape has one sentence. */
function usePolicyProblem(): (code: string) => string {
	const t = useTranslations("tiers") as unknown as { (key: string): string; has(key: string): boolean };
	return (code) => {
		const key = `codes.policy.${code}`;
		return /^[A-Z_]+$/.test(code) && t.has(key) ? t(key) : t("codes.policy.SHAPE");
	};
}
