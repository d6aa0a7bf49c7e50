"use client";

import { useTranslations } from "use-intl";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import { Badge } from "@/components/ui/badge";
import type { TierPolicyChange } from "@/lib/domains/tiers/rules/compare-policies";
import { changeInWords, type PolicySpeech } from "@/lib/domains/tiers/rules/policy-words";

const tones = { stricter: "warning", easier: "info", other: "neutral" } as const;

type Props = Pick<PolicySpeech, "tracks" | "tiers"> & { changes: readonly TierPolicyChange[] };

/** What changes between two versions, in words. */
export function PolicyChanges({ changes, ...names }: Props) {
	const t = useTranslations("policylab");
	const speech = usePolicySpeech(names);
	return (
		<ul className="divide-y divide-line">
			{changes.map((change) => {
				const words = changeInWords(speech, change);
				return (
					<li key={words} className="flex items-start justify-between gap-3 py-2.5 text-sm">
						<span className="wrap-anywhere min-w-0 text-ink">{words}</span>
						<Badge tone={tones[change.direction]}>{t(`compare.${change.direction}`)}</Badge>
					</li>
				);
			})}
		</ul>
	);
}
