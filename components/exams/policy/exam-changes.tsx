"use client";

import { useLocale } from "use-intl";
import { ChangeList } from "@/components/policies/change-list";
import { examChangeInWords } from "@/lib/domains/certification/rules/exam-policy/words";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { ExamPolicyChange } from "@/lib/domains/certification/types/exam-form";
import { useExamSpeech } from "./use-exam-speech";

type Props = { changes: readonly ExamPolicyChange[]; topics: ExamPolicy["topics"] };

/** What changes between two versions, in words. */
export function ExamChanges({ changes, topics }: Props) {
	const speech = useExamSpeech();
	const locale = useLocale();
	const nameOf = (topic: string) => topics.find(({ code }) => code === topic)?.name[locale] ?? topic;
	return (
		<ChangeList
			changes={changes.map((change) => ({
				words: examChangeInWords(speech, change, nameOf),
				direction: change.direction,
			}))}
		/>
	);
}
