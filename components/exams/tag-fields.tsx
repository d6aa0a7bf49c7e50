"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import {
	difficulties,
	type QuestionKind,
	questionKinds,
} from "@/lib/domains/certification/constants/questions";
import { forceCodes } from "@/lib/domains/forces/constants";

/** The choices of a form; an empty one was not made yet. */
export type QuestionTagValues = {
	level: string;
	topic: string;
	force: string;
	difficulty: string;
	kind: QuestionKind;
};

type Props = {
	tags: QuestionTagValues;
	topics: readonly { code: string; name: string }[];
	errorOf: (field: string) => string | undefined;
	onChange: (tags: QuestionTagValues) => void;
};

/** Where a question belongs: a blueprint counts by level, topic and difficulty. */
export function TagFields({ tags, topics, errorOf, onChange }: Props) {
	const t = useTranslations("examdesk");
	const set = (name: keyof QuestionTagValues) => (event: React.ChangeEvent<HTMLSelectElement>) =>
		onChange({ ...tags, [name]: event.target.value });
	const choose = t("choose");
	return (
		<div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
			<Field label={t("bank.kind")} error={errorOf("kind")} required>
				<NativeSelect
					value={tags.kind}
					onChange={set("kind")}
					options={questionKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
				/>
			</Field>
			<Field label={t("bank.level")} error={errorOf("level")} required>
				<NativeSelect
					value={tags.level}
					onChange={set("level")}
					emptyLabel={choose}
					options={certificateLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
				/>
			</Field>
			<Field label={t("bank.topic")} error={errorOf("topic")} required>
				<NativeSelect
					value={tags.topic}
					onChange={set("topic")}
					emptyLabel={choose}
					options={topics.map(({ code, name }) => ({ value: code, label: name }))}
				/>
			</Field>
			<Field label={t("question.difficulty")} error={errorOf("difficulty")} required>
				<NativeSelect
					value={tags.difficulty}
					onChange={set("difficulty")}
					emptyLabel={choose}
					options={difficulties.map((one) => ({ value: String(one), label: t(`difficulty.${one}`) }))}
				/>
			</Field>
			<Field label={t("bank.force")} error={errorOf("force")}>
				<NativeSelect
					value={tags.force}
					onChange={set("force")}
					emptyLabel={t("question.noForce")}
					options={forceCodes.map((force) => ({ value: force, label: t(`forces.${force}`) }))}
				/>
			</Field>
		</div>
	);
}
