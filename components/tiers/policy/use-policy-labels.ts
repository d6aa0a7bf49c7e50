"use client";

import { useTranslations } from "use-intl";
import type { DraftLabels } from "@/components/policies/draft-bar";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import {
	figureKey,
	type PolicySpeech,
	tierInWords,
	trackInWords,
} from "@/lib/domains/tiers/rules/policy-words";

const figureOfField: Record<string, string> = {
	gmvMonths: "gmvMonths",
	qualityMonths: "qualityMonths",
	minClosedDays: "minClosedDays",
	"redLines.recordMonths": "redLines.recordMonths",
	"redLines.disputeRate": "redLines.disputeRateAboveBps",
	"race.minTrackSize": "race.minTrackSize",
	"race.composite": "race.weightsBps.composite",
	"race.gmv": "race.weightsBps.gmv",
	"race.growth": "race.weightsBps.growth",
	"movement.maxTiersDown": "movement.maxTiersDown",
	"movement.protectionDays": "movement.protectionDays",
	"movement.bottomShare": "movement.bottomShareBps",
	"movement.bottomRuns": "movement.bottomRunsToProbation",
};

/** What the fields of the form are called, by their dotted path: 培训 · T4 强风 · 成交额. */
export function usePolicyLabels(tracks: PolicySpeech["tracks"], tiers: PolicySpeech["tiers"]): DraftLabels {
	const t = useTranslations("policylab");
	const speech = usePolicySpeech({ tracks, tiers });
	function labelOf(path: string): string {
		const [head = "", second = "", third = "", fourth = ""] = path.split(".");
		if (head === "tracks" && second) {
			const rest = path.split(".").slice(2).join(".");
			return [trackInWords(speech, second), rest && labelOf(rest)].filter(Boolean).join(" · ");
		}
		if (head === "tiers" && second) {
			const tier = tierInWords(speech, Number(second) as TierLevel);
			if (third === "criteria" && fourth) return `${tier} · ${speech.t(`words.metric.${fourth}`)}`;
			if (third === "share") return `${tier} · ${t("draft.share")}`;
			if (third === "nameZh" || third === "nameEn") return `${tier} · ${t(`draft.${third}`)}`;
			return tier;
		}
		const figure = figureOfField[path];
		if (figure) return speech.t(figureKey(figure as "gmvMonths"));
		if (path === "gmvMeasure") return t("draft.measure");
		if (path === "redLines.recordKinds") return t("draft.recordKinds");
		if (head === "race" || head === "movement" || head === "tracks") return t(`draft.${head}`);
		return path;
	}
	return {
		labelOf,
		valueOf: (_path, value) => (typeof value === "string" ? value : JSON.stringify(value ?? "")),
	};
}
