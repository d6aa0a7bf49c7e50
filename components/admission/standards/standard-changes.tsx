"use client";

import { useSpeech } from "@/components/admission/standards/use-speech";
import { ChangeList } from "@/components/policies/change-list";
import type { PolicyChange } from "@/lib/domains/admission/rules/compare-standards";
import { changeInWords } from "@/lib/domains/admission/rules/standard-words";
import type { TrackName } from "@/lib/domains/admission/types";

type Props = { changes: readonly PolicyChange[]; tracks: readonly TrackName[] };

/** What changes between two versions of the standards, in words. */
export function StandardChanges({ changes, tracks }: Props) {
	const speech = useSpeech(tracks);
	return (
		<ChangeList
			changes={changes.map((change) => ({
				words: changeInWords(speech, change),
				direction: change.direction,
			}))}
		/>
	);
}
