"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { answerPoolObjection, objectToPoolMonth } from "@/lib/domains/pools/actions";
import { answerObjectionSchema, objectSchema } from "@/lib/domains/pools/schema";

/** A partner says what is wrong with a month under review. */
export function ObjectDialog({ poolId, month, pool }: { poolId: string; month: string; pool: string }) {
	const t = useTranslations("pools");
	const { open, setOpen, finish } = useClosingDialog(t("object.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant="secondary" aria-label={t("object.openFor", { pool })}>
					{t("object.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("object.title", { pool })} description={t("object.description")}>
				<ObjectForm poolId={poolId} month={month} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function ObjectForm({ poolId, month, onDone }: { poolId: string; month: string; onDone: () => void }) {
	const t = useTranslations("pools");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: objectSchema,
		defaults: { poolId, month, statement: "" },
		action: objectToPoolMonth,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && <Banner tone="danger">{formError}</Banner>}
			<Field label={t("object.statement")} hint={t("object.hint")} error={errorOf("statement")} required>
				<Textarea {...form.register("statement")} rows={4} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("object.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}

/** A lead answers an objection. */
export function AnswerDialog({ objectionId, statement }: { objectionId: string; statement: string }) {
	const t = useTranslations("pools");
	const { open, setOpen, finish } = useClosingDialog(t("answer.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm">{t("answer.open")}</Button>
			</DialogTrigger>
			<DialogContent title={t("answer.title")} description={statement}>
				<AnswerForm objectionId={objectionId} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function AnswerForm({ objectionId, onDone }: { objectionId: string; onDone: () => void }) {
	const t = useTranslations("pools");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: answerObjectionSchema,
		defaults: { objectionId, answer: "" },
		action: answerPoolObjection,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && <Banner tone="danger">{formError}</Banner>}
			<Field label={t("answer.label")} hint={t("answer.hint")} error={errorOf("answer")} required>
				<Textarea {...form.register("answer")} rows={4} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("answer.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
