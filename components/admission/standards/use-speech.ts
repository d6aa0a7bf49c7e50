"use client";

import { useLocale, useTranslations } from "use-intl";
import type { Speech } from "@/lib/domains/admission/rules/standard-words";
import type { TrackName } from "@/lib/domains/admission/types";

/** Standards in the reader's language. */
export function useSpeech(tracks: readonly TrackName[]): Speech {
	const t = useTranslations("standards") as unknown as Speech["t"];
	const locale = useLocale();
	return { t, locale, tracks };
}
