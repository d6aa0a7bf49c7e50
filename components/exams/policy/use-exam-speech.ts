"use client";

import { useTranslations } from "use-intl";
import type { ExamSpeech } from "@/lib/domains/certification/rules/exam-policy/words";

/** The exam policy in the reader's language. */
export function useExamSpeech(): ExamSpeech {
	return useTranslations("exampolicy") as unknown as ExamSpeech;
}
