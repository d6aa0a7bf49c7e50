"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { createExamQuestion, editExamQuestion } from "@/lib/domains/certification/actions/bank";
import type { QuestionBody } from "@/lib/domains/certification/types/questions";
import type { Refusal } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { CaseParts } from "./case-parts";
import { PartFields } from "./part-fields";
import { fromDraft, newPart, partsOfKind, toDraft } from "./question-draft";
import { type QuestionTagValues, TagFields } from "./tag-fields";

type Props = {
	topics: readonly { code: string; name: string }[];
	/** The version that is edited; null for a question that is new to the bank. */
	edited: { versionId: string; revision: number; tags: QuestionTagValues; body: QuestionBody } | null;
	/** Written on the button, such as that saving makes a new version. */
	submitLabel: string;
};

const noTags: QuestionTagValues = { level: "", topic: "", force: "", difficulty: "", kind: "single" };

/** Writes a question; what was typed stays when it is refused. */
export function QuestionForm({ topics, edited, submitLabel }: Props) {
	const t = useTranslations("examdesk.question");
	const errorText = useErrorText();
	const router = useRouter();
	const [code, setCode] = useState("");
	const [tags, setTags] = useState(edited?.tags ?? noTags);
	const [stem, setStem] = useState(edited?.body.stem ?? "");
	const [explanation, setExplanation] = useState(edited?.body.explanation ?? "");
	const [parts, setParts] = useState(() => edited?.body.parts.map(toDraft) ?? [newPart("single")]);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	const errorOf = (field: string) => {
		const found = refusal?.fieldErrors?.[field];
		return found && errorText(found);
	};
	function save(event: React.FormEvent) {
		event.preventDefault();
		const content = {
			...tags,
			force: tags.force === "" ? null : tags.force,
			difficulty: Number(tags.difficulty),
			...{ stem, explanation, parts: parts.map(fromDraft) },
		};
		startTransition(async () => {
			// The server's schema reads it again: an empty choice comes back as an error at its field.
			const outcome = await (edited
				? editExamQuestion({ versionId: edited.versionId, revision: edited.revision, ...content } as never)
				: createExamQuestion({ code, ...content } as never));
			if (!outcome.ok) return setRefusal(outcome);
			setRefusal(null);
			toast.success(t("saved"));
			router.push(routes.ops.question(outcome.questionId));
			router.refresh();
		});
	}
	const [only] = parts;
	return (
		<form onSubmit={save} noValidate className="space-y-6">
			<FormError refusal={refusal} />
			<Card>
				<CardBody className="space-y-4 pt-5">
					{!edited && (
						<Field label={t("code")} hint={t("codeHint")} error={errorOf("code")} required>
							<Input value={code} onChange={(event) => setCode(event.target.value)} autoComplete="off" />
						</Field>
					)}
					<TagFields
						tags={tags}
						topics={topics}
						errorOf={errorOf}
						onChange={(next) => {
							setTags(next);
							if (next.kind !== tags.kind) setParts(partsOfKind(next.kind, parts));
						}}
					/>
				</CardBody>
			</Card>
			<Card>
				<CardHeader title={t("preview")} />
				<CardBody className="space-y-5">
					<Field label={t(tags.kind === "case" ? "story" : "stem")} error={errorOf("stem")} required>
						<Textarea value={stem} onChange={(event) => setStem(event.target.value)} rows={4} />
					</Field>
					{tags.kind === "case" ? (
						<CaseParts parts={parts} onChange={setParts} />
					) : (
						only && <PartFields part={only} onChange={(part) => setParts([part])} />
					)}
					<Field label={t("explanation")} hint={t("explanationHint")} error={errorOf("explanation")} required>
						<Textarea value={explanation} onChange={(event) => setExplanation(event.target.value)} rows={3} />
					</Field>
				</CardBody>
			</Card>
			<Button type="submit" pending={pending}>
				{submitLabel}
			</Button>
		</form>
	);
}
