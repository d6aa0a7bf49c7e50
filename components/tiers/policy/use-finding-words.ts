"use client";

import { useTranslations } from "use-intl";
import type { SpokenFinding } from "@/components/policies/findings";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import type { LintFinding } from "@/lib/domains/tiers/rules/lint-policy";
import { findingInWords, type PolicySpeech } from "@/lib/domains/tiers/rules/policy-words";

/** Turns what the lint found into sentences. */
export function useFindingWords(
	names: Pick<PolicySpeech, "tracks" | "tiers">,
): (findings: readonly LintFinding[]) => SpokenFinding[] {
	const speech = usePolicySpeech(names);
	const problemText = usePolicyProblem();
	return (findings) =>
		findings.map((finding) => {
			const said =
				finding.code === "INVALID" ? { ...finding, problem: problemText(finding.problem) } : finding;
			return { words: findingInWords(speech, said), isError: finding.severity === "error" };
		});
}

/** What is wrong at a place of the document; what the schema says of its shape has one sentence. */
function usePolicyProblem(): (code: string) => string {
	const t = useTranslations("tiers") as unknown as { (key: string): string; has(key: string): boolean };
	return (code) => {
		const key = `codes.policy.${code}`;
		return /^[A-Z_]+$/.test(code) && t.has(key) ? t(key) : t("codes.policy.SHAPE");
	};
}
