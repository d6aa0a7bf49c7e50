"use client";

import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { answerTrustSuspensionAppeal } from "@/lib/domains/trust/actions/card";
import { answerSuspensionAppealSchema } from "@/lib/domains/trust/schema/card";

export function AnswerSuspension({ suspensionId }: { suspensionId: string }) {
	const t = useTranslations("trustcard");
	const { open, setOpen, finish } = useClosingDialog(t("ops.answerDone"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm">{t("ops.answer")}</Button>
			</DialogTrigger>
			<DialogContent title={t("ops.answer")}>
				<AnswerForm suspensionId={suspensionId} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function AnswerForm({ suspensionId, onDone }: { suspensionId: string; onDone: () => void }) {
	const t = useTranslations("trustcard");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: answerSuspensionAppealSchema,
		defaults: { suspensionId, decision: "" as never, note: "" },
		action: answerTrustSuspensionAppeal,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field label={t("ops.decision")} error={errorOf("decision")} required>
				<NativeSelect
					{...form.register("decision")}
					emptyLabel="–"
					options={[
						{ value: "UPHELD", label: t("ops.uphold") },
						{ value: "REJECTED", label: t("ops.reject") },
					]}
				/>
			</Field>
			<Field label={t("ops.answerNote")} hint={t("ops.noteHint")} error={errorOf("note")} required>
				<Textarea {...form.register("note")} rows={3} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("ops.answer")}
				</Button>
			</DialogActions>
		</form>
	);
}
