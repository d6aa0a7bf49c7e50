"use client";

import { useTranslations } from "use-intl";
import type { TrustSpeech } from "@/lib/domains/trust/rules/policy/policy-words";

/** The policies of the guarantees in the reader's language. */
export function useTrustSpeech(): TrustSpeech {
	return useTranslations("trustrules") as unknown as TrustSpeech;
}
