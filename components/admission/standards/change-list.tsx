"use client";

import { useTranslations } from "use-intl";
import { useSpeech } from "@/components/admission/standards/use-speech";
import { Badge } from "@/components/ui/badge";
import type { PolicyChange } from "@/lib/domains/admission/rules/compare-standards";
import { changeInWords } from "@/lib/domains/admission/rules/standard-words";
import type { TrackName } from "@/lib/domains/admission/types";

const tones = { stricter: "warning", easier: "info", other: "neutral" } as const;

/** What changes between two versions, in words. */
export function ChangeList({
	changes,
	tracks,
}: {
	changes: readonly PolicyChange[];
	tracks: readonly TrackName[];
}) {
	const t = useTranslations("standards");
	const speech = useSpeech(tracks);
	return (
		<ul className="divide-y divide-line">
			{changes.map((change) => {
				const words = changeInWords(speech, change);
				return (
					<li key={words} className="flex items-start justify-between gap-3 py-2.5 text-sm">
						<span className="min-w-0 text-ink">{words}</span>
						<Badge tone={tones[change.direction]}>{t(`compare.${change.direction}`)}</Badge>
					</li>
				);
			})}
		</ul>
	);
}
