"use client";

import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { replyToNotice } from "@/lib/domains/partnership/actions/exit";
import { replyExitSchema } from "@/lib/domains/partnership/schema/exit";
import type { EvidenceFile } from "@/lib/platform/files/types";

type Props = { target: { caseId: string; version: number }; files: readonly EvidenceFile[]; day: string };

/** The partner's answer to a notice: accept or appeal, in words and with evidence. */
export function ReplyForm({ target, files, day }: Props) {
	const t = useTranslations("partnership");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: replyExitSchema,
		defaults: { ...target, answer: "APPEAL", reply: "" },
		action: replyToNotice,
		onDone: () => {
			toast.success(t("reply.done"));
		},
	});
	return (
		<Card>
			<CardHeader title={t("reply.title")} description={t("reply.text", { day })} />
			<CardBody>
				<form onSubmit={submit} noValidate className="flex flex-col gap-5">
					<FormError refusal={refusal} />
					<FieldGroup legend={t("reply.answer")} error={errorOf("answer")} required>
						<Controller
							control={form.control}
							name="answer"
							render={({ field }) => (
								<RadioGroup
									look="cards"
									aria-label={t("reply.answer")}
									value={field.value}
									onValueChange={field.onChange}
									options={[
										{ value: "APPEAL", label: t("reply.appeal"), hint: t("reply.appealHint") },
										{ value: "ACCEPT", label: t("reply.accept"), hint: t("reply.acceptHint") },
									]}
								/>
							)}
						/>
					</FieldGroup>
					<Field label={t("reply.words")} hint={t("reply.wordsHint")} error={errorOf("reply")} required>
						<Textarea {...form.register("reply")} rows={6} />
					</Field>
					<EvidenceUpload
						purpose="EXIT_REPLY"
						subject={target.caseId}
						files={files}
						label={t("exit.replyFiles")}
						hint={t("reply.filesHint")}
					/>
					<Button type="submit" pending={pending} className="self-end">
						{t("reply.submit")}
					</Button>
				</form>
			</CardBody>
		</Card>
	);
}
