"use client";

import { ChangeList } from "@/components/policies/change-list";
import { useTrustSpeech } from "@/components/trust/policy/use-trust-speech";
import { trustChangeInWords } from "@/lib/domains/trust/rules/policy/policy-words";
import type { TrustPolicyChange, TrustPolicyKind } from "@/lib/domains/trust/types/policy";

type Props = { kind: TrustPolicyKind; changes: readonly TrustPolicyChange[] };

/** What changes between two versions of a guarantee's policy, in words. */
export function TrustChanges({ kind, changes }: Props) {
	const speech = useTrustSpeech();
	return (
		<ChangeList
			changes={changes.map((change) => ({
				words: trustChangeInWords(speech, kind, change),
				direction: change.direction,
			}))}
		/>
	);
}
