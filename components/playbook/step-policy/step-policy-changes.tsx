"use client";

import { useStepSpeech } from "@/components/playbook/step-policy/use-step-speech";
import { ChangeList } from "@/components/policies/change-list";
import { changeInWords } from "@/lib/domains/playbook/rules/steps/policy-words";
import type { StepPolicyChange } from "@/lib/domains/playbook/types/step-policy";

/** What changes between two versions of the criteria, in words. */
export function StepPolicyChanges({ changes }: { changes: readonly StepPolicyChange[] }) {
	const speech = useStepSpeech();
	return (
		<ChangeList
			changes={changes.map((change) => ({
				words: changeInWords(speech, change),
				direction: change.direction,
			}))}
		/>
	);
}
