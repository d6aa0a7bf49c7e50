"use client";

import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { judgeVerification } from "@/lib/domains/partnership/actions/standing";
import { decideVerificationSchema } from "@/lib/domains/partnership/schema/verification";

type Props = { target: { verificationId: string; version: number }; canPass: boolean };

/** A reviewer passes what holds, or fails it with a reason. */
export function JudgePanel({ target, canPass }: Props) {
	const t = useTranslations("partnership");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: decideVerificationSchema,
		defaults: { ...target, decision: canPass ? "PASSED" : "FAILED", note: "" },
		action: judgeVerification,
		onDone: () => {
			toast.success(t("judge.done"));
		},
	});
	const isFailing = form.watch("decision") === "FAILED";
	return (
		<Card>
			<CardHeader title={t("judge.title")} description={t("judge.text")} />
			<CardBody>
				<form onSubmit={submit} noValidate className="flex flex-col gap-4">
					<FormError refusal={refusal} />
					{!canPass && <Banner tone="warning">{t("judge.cannotPass")}</Banner>}
					<Controller
						control={form.control}
						name="decision"
						render={({ field }) => (
							<RadioGroup
								look="cards"
								aria-label={t("judge.title")}
								value={field.value}
								onValueChange={field.onChange}
								options={[
									{
										value: "PASSED",
										label: t("judge.pass"),
										hint: t("judge.passHint"),
										disabled: !canPass,
									},
									{ value: "FAILED", label: t("judge.fail"), hint: t("judge.failHint") },
								]}
							/>
						)}
					/>
					<Field label={t("judge.note")} error={errorOf("note")} required={isFailing}>
						<Textarea {...form.register("note")} rows={3} />
					</Field>
					<Button
						type="submit"
						variant={isFailing ? "danger" : "primary"}
						pending={pending}
						className="self-end"
					>
						{t(isFailing ? "judge.submitFail" : "judge.submitPass")}
					</Button>
				</form>
			</CardBody>
		</Card>
	);
}
