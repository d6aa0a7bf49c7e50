"use client";

import { useLocale, useTranslations } from "use-intl";
import type { PolicySpeech } from "@/lib/domains/tiers/rules/policy-words";

/** A tier policy in the reader's language. */
export function usePolicySpeech({ tracks, tiers }: Pick<PolicySpeech, "tracks" | "tiers">): PolicySpeech {
	const t = useTranslations("policylab") as unknown as PolicySpeech["t"];
	const locale = useLocale();
	return { t, locale, tracks, tiers };
}
