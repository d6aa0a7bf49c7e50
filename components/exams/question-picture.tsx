"use client";

import { ImagePlus } from "lucide-react";
import { useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { sendFile } from "@/components/files/send-file";
import { FormError } from "@/components/forms/form-error";
import { useActionButton } from "@/components/forms/use-action-button";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { setExamPicture } from "@/lib/domains/certification/actions/bank";
import { type Refusal, refuse } from "@/lib/platform/errors/errors";
import { acceptedPictures } from "@/lib/platform/files/constants";

type Props = { versionId: string; revision: number; pictureId: string | null; pictureAlt: string };

/** The picture of a question in the making: chosen, described in words and saved together; what was typed stays. */
export function QuestionPicture({ versionId, revision, pictureId, pictureAlt }: Props) {
	const t = useTranslations("examdesk.picture");
	const errorText = useErrorText();
	const act = useActionButton();
	const input = useRef<HTMLInputElement>(null);
	const [alt, setAlt] = useState(pictureAlt);
	const [file, setFile] = useState<File | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	const altError = refusal?.fieldErrors?.alt;
	async function save() {
		// Asked before the bytes are sent: an upload without words would have to be done again.
		if (alt.trim() === "") return setRefusal(refuse("INPUT_INVALID", { fieldErrors: { alt: "REQUIRED" } }));
		let fileId = pictureId;
		if (file) {
			const sent = await sendFile(
				{ purpose: "EXAM_PICTURE", subjectId: versionId, slot: "picture", file },
				() => undefined,
			).done;
			if (!sent.ok) return setRefusal(sent);
			fileId = sent.file.id;
		}
		const outcome = await setExamPicture({ versionId, revision, fileId, alt });
		setRefusal(outcome.ok ? null : outcome);
		if (!outcome.ok) return;
		setFile(null);
		toast.success(t("saved"));
	}
	return (
		<Card>
			<CardHeader title={t("title")} description={t("description")} />
			<CardBody className="space-y-4">
				<FormError refusal={refusal} />
				<div className="flex flex-wrap items-center gap-3">
					<input
						ref={input}
						type="file"
						accept={acceptedPictures}
						aria-label={t("choose")}
						className="sr-only"
						tabIndex={-1}
						onChange={({ target }) => {
							setFile(target.files?.[0] ?? file);
							target.value = "";
						}}
					/>
					<Button variant="secondary" onClick={() => input.current?.click()} disabled={pending}>
						<ImagePlus aria-hidden="true" />
						{t(pictureId || file ? "replace" : "choose")}
					</Button>
					<span className="wrap-anywhere text-ink-soft text-sm" role="status">
						{file ? file.name : t(pictureId ? "present" : "none")}
					</span>
				</div>
				{(pictureId || file) && (
					<>
						<Field label={t("alt")} hint={t("altHint")} error={altError && errorText(altError)} required>
							<Textarea
								value={alt}
								onChange={({ target }) => setAlt(target.value)}
								rows={2}
								maxLength={300}
							/>
						</Field>
						<div className="flex flex-wrap gap-3">
							<Button
								pending={pending}
								disabled={!file && alt === pictureAlt}
								onClick={() => startTransition(save)}
							>
								{t("save")}
							</Button>
							{pictureId && (
								<Button
									variant="danger-ghost"
									disabled={pending}
									onClick={() =>
										startTransition(
											async () =>
												void (await act(
													setExamPicture({ versionId, revision, fileId: null, alt: "" }),
													t("removed"),
												)),
										)
									}
								>
									{t("remove")}
								</Button>
							)}
						</div>
					</>
				)}
			</CardBody>
		</Card>
	);
}
