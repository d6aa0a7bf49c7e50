"use client";

import { useTranslations } from "use-intl";
import type { StepSpeech } from "@/lib/domains/playbook/rules/steps/policy-words";

/** The step policy in the reader's language. */
export function useStepSpeech(): StepSpeech {
	return useTranslations("steppolicy") as unknown as StepSpeech;
}
