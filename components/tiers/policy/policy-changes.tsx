"use client";

import { ChangeList } from "@/components/policies/change-list";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import type { TierPolicyChange } from "@/lib/domains/tiers/rules/compare-policies";
import { changeInWords, type PolicySpeech } from "@/lib/domains/tiers/rules/policy-words";

type Props = Pick<PolicySpeech, "tracks" | "tiers"> & { changes: readonly TierPolicyChange[] };

/** What changes between two versions of the tier rules, in words. */
export function PolicyChanges({ changes, ...names }: Props) {
	const speech = usePolicySpeech(names);
	return (
		<ChangeList
			changes={changes.map((change) => ({
				words: changeInWords(speech, change),
				direction: change.direction,
			}))}
		/>
	);
}
